// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.ehcache3;

import io.sidelight.it.apps.plain.Scenarios;
import java.util.Map;
import java.util.Set;
import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;

/** What applications do with Ehcache 3. */
public final class Main {

  private final CacheManager manager = CacheManagerBuilder.newCacheManagerBuilder().build(true);

  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    Scenarios.run(new Main());
  }

  private Cache<String, String> create(String name) {
    return manager.createCache(
        name,
        CacheConfigurationBuilder.newCacheConfigurationBuilder(
            String.class, String.class, ResourcePoolsBuilder.heap(100)));
  }

  /** One key at a time. */
  public void lookups() {
    Cache<String, String> cache = create("lookups");
    String unusedMiss = cache.get("a");
    cache.put("a", "1");
    for (int i = 0; i < 3; i++) {
      String unusedHit = cache.get("a");
    }
    boolean unusedAnswer = cache.containsKey("b");
    String unusedToo = cache.get("b");
  }

  /** Several keys at once. */
  public void many() {
    Cache<String, String> cache = create("many");
    cache.put("a", "1");
    Map<String, String> unusedAll = cache.getAll(Set.of("a", "b", "c"));
  }
}
