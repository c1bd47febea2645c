// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import static java.util.Arrays.asList;

import io.sidelight.spi.CacheLookups;
import io.sidelight.spi.MetricSpec;
import java.util.List;

/** Metrics of caches, shared by all libraries. */
final class CacheMetrics {

  static final MetricSpec SIZE =
      MetricSpec.gauge("cache_size", "Entries in the cache")
          .label(CacheLookups.TYPE)
          .label(CacheLookups.NAME);

  static final MetricSpec EVICTIONS =
      MetricSpec.counter("cache_evictions_total", "Entries that the cache dropped on its own")
          .label(CacheLookups.TYPE)
          .label(CacheLookups.NAME);

  private CacheMetrics() {}

  static List<MetricSpec> all() {
    return asList(CacheLookups.HITS, CacheLookups.MISSES, SIZE, EVICTIONS);
  }
}
