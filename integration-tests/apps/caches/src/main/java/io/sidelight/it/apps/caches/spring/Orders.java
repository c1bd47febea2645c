// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.spring;

import org.springframework.cache.annotation.Cacheable;

/** A service whose answers are cached. */
public class Orders {

  /** For Spring. */
  public Orders() {}

  /** Kept under its argument. */
  @Cacheable("orders")
  public String find(String id) {
    return "order " + id;
  }

  /** As {@link #find}, asked for once even by several threads. */
  @Cacheable(cacheNames = "synced-orders", sync = true)
  public String findOnce(String id) {
    return "order " + id;
  }
}
