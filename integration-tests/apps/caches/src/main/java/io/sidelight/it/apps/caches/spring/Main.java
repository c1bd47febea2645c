// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.spring;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.sidelight.it.apps.plain.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What applications do with Spring's caches. */
public final class Main {

  private final List<Object> kept = new ArrayList<>();

  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main());
  }

  private Cache cache(CacheManager manager, String name) {
    kept.add(manager);
    return Objects.requireNonNull(manager.getCache(name));
  }

  /** In front of Caffeine. */
  public void caffeine() {
    ask(cache(new CaffeineCacheManager(), "coupons"));
  }

  /** In front of a map. */
  public void map() {
    ask(cache(new ConcurrentMapCacheManager(), "stations"));
  }

  private static void ask(Cache cache) {
    Cache.ValueWrapper unusedMiss = cache.get("a");
    cache.put("a", "1");
    Cache.ValueWrapper unusedHit = cache.get("a");
    String unusedValue = cache.get("a", String.class);
    for (int i = 0; i < 2; i++) {
      cache.get("b", () -> "2");
    }
  }

  /** A value that is known to be null. */
  public void nothing() {
    Cache cache = cache(new ConcurrentMapCacheManager(), "nothing");
    cache.put("a", null);
    Cache.ValueWrapper unusedHit = cache.get("a");
  }

  /** Made without a manager, and asked behind its back. */
  public void direct() {
    CaffeineCache cache = new CaffeineCache("direct", Caffeine.newBuilder().build());
    kept.add(cache);
    Cache.ValueWrapper unusedMiss = cache.get("a");
    cache.getNativeCache().getIfPresent("a");
  }

  /** A cache of the application's own. */
  public void own() {
    Own cache = new Own("own");
    kept.add(cache);
    Cache.ValueWrapper unusedMiss = cache.get("a");
    cache.put("a", "1");
    Cache.ValueWrapper unusedHit = cache.get("a");
  }

  /** Annotated methods. */
  public void annotated() {
    AnnotationConfigApplicationContext shop = new AnnotationConfigApplicationContext(Shop.class);
    kept.add(shop);
    Orders orders = shop.getBean(Orders.class);
    for (int i = 0; i < 3; i++) {
      String unusedOrder = orders.find("7");
      String unusedToo = orders.findOnce("7");
    }
  }

  /** More names than anybody wants to see. */
  public void names() {
    ConcurrentMapCacheManager manager = new ConcurrentMapCacheManager();
    for (int i = 0; i < 10_000; i++) {
      Cache cache = cache(manager, "name" + i);
      Cache.ValueWrapper unusedMiss = cache.get("a");
      cache.put("a", "1");
    }
  }
}
