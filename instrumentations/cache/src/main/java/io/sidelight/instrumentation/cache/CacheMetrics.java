// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import static java.util.Arrays.asList;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;
import java.util.List;

/** Metrics of caches, shared by all libraries. */
final class CacheMetrics {

  private static final Label TYPE =
      Label.closed(
          "type", "the library that the application uses: caffeine guava ehcache jcache spring");

  private static final Label NAME =
      Label.capped(
          "name",
          "the cache's name, or the class that built it, with a number if it builds several",
          100,
          "cache.max-names");

  static final MetricSpec HITS =
      labelled(
          MetricSpec.counter("cache_hits_total", "Look-ups that found a value without loading it"));

  static final MetricSpec MISSES =
      labelled(MetricSpec.counter("cache_misses_total", "Look-ups that found none, or loaded it"));

  static final MetricSpec SIZE = labelled(MetricSpec.gauge("cache_size", "Entries in the cache"));

  static final MetricSpec EVICTIONS =
      labelled(
          MetricSpec.counter("cache_evictions_total", "Entries that the cache dropped on its own"));

  private CacheMetrics() {}

  private static MetricSpec labelled(MetricSpec spec) {
    return spec.label(TYPE).label(NAME);
  }

  static List<MetricSpec> all() {
    return asList(HITS, MISSES, SIZE, EVICTIONS);
  }
}
