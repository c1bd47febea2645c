// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.spring;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Annotated methods, with Caffeine. */
@Configuration
@EnableCaching
public class Shop {

  /** For Spring. */
  public Shop() {}

  /** Makes caches as they are asked for. */
  @Bean
  public CacheManager cacheManager() {
    CaffeineCacheManager manager = new CaffeineCacheManager();
    manager.setCaffeine(Caffeine.newBuilder().maximumSize(100));
    return manager;
  }

  /** The service. */
  @Bean
  public Orders orders() {
    return new Orders();
  }
}
