// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

/** The metrics of look-ups, in caches and in stores that serve as one. */
public final class CacheLookups {

  /** What is asked. */
  public static final Label TYPE =
      Label.closed(
          "type", "what the application uses: caffeine guava ehcache jcache spring; redis");

  /**
   * Whose look-ups they are. Who records keeps the cap, {@code cache.max-names}: prefixes of keys
   * must not take names from caches.
   */
  public static final Label NAME =
      Label.closed(
          "name",
          "the cache's name, or the class that built it, with a number if it builds several; of"
              + " Redis, what the key begins with; at most `cache.max-names`, of Redis and of caches");

  /** Of caches and stores. */
  public static final MetricSpec HITS =
      MetricSpec.counter("cache_hits_total", "Look-ups that found a value without loading it")
          .label(TYPE)
          .label(NAME);

  /** Of caches and stores. */
  public static final MetricSpec MISSES =
      MetricSpec.counter("cache_misses_total", "Look-ups that found none, or loaded it")
          .label(TYPE)
          .label(NAME);

  private CacheLookups() {}
}
