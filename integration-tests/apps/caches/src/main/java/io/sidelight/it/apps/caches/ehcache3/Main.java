// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches.ehcache3;

import io.sidelight.it.apps.plain.Scenarios;
import java.util.Map;
import java.util.Set;
import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.ValueSupplier;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.units.EntryUnit;
import org.ehcache.config.units.MemoryUnit;
import org.ehcache.expiry.Duration;
import org.ehcache.expiry.Expiry;

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

  /** More entries than there is room for; one is removed before. */
  public void evictions() {
    Cache<String, String> cache =
        manager.createCache(
            "evictions",
            CacheConfigurationBuilder.newCacheConfigurationBuilder(
                String.class, String.class, ResourcePoolsBuilder.heap(10)));
    cache.put("removed", "1");
    cache.remove("removed");
    for (int i = 0; i < 100; i++) {
      cache.put("key" + i, "1");
    }
  }

  /** Not too old before it is asked for. */
  private static final class UntilAsked implements Expiry<Object, Object> {

    @Override
    public Duration getExpiryForCreation(Object key, Object value) {
      return Duration.INFINITE;
    }

    @Override
    public Duration getExpiryForAccess(Object key, ValueSupplier<?> value) {
      return Duration.ZERO;
    }

    @Override
    public Duration getExpiryForUpdate(Object key, ValueSupplier<?> oldValue, Object newValue) {
      return Duration.INFINITE;
    }
  }

  /** Entries of which some have become too old. */
  public void expiry() {
    Cache<String, String> cache =
        manager.createCache(
            "expiry",
            CacheConfigurationBuilder.newCacheConfigurationBuilder(
                    String.class, String.class, ResourcePoolsBuilder.heap(10))
                .withExpiry(new UntilAsked()));
    for (int i = 0; i < 5; i++) {
      cache.put("key" + i, "1");
    }
    String unusedHit = cache.get("key0");
    String unusedMiss = cache.get("key0");
  }

  /** A cache with more than a heap. */
  public void offHeap() {
    Cache<String, String> cache =
        manager.createCache(
            "offHeap",
            CacheConfigurationBuilder.newCacheConfigurationBuilder(
                String.class,
                String.class,
                ResourcePoolsBuilder.newResourcePoolsBuilder()
                    .heap(10, EntryUnit.ENTRIES)
                    .offheap(2, MemoryUnit.MB)));
    for (int i = 0; i < 100; i++) {
      cache.put("key" + i, "1");
      String unusedHit = cache.get("key" + i);
    }
  }
}
