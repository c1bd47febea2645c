// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.spi.CacheLookups;
import io.sidelight.spi.Meters;
import org.jspecify.annotations.Nullable;

/**
 * What all caches of one name record to. Its series begin with the first look-up or eviction, so
 * that a cache which gets another name before that leaves nothing behind.
 */
final class CacheSeries {

  /** The families. */
  static final class Families {
    private final Meters.Family<Meters.Counter> hits;
    private final Meters.Family<Meters.Counter> misses;
    private final Meters.Family<Meters.Counter> evictions;

    Families(Meters meters) {
      hits = meters.counter(CacheLookups.HITS);
      misses = meters.counter(CacheLookups.MISSES);
      evictions = meters.counter(CacheMetrics.EVICTIONS);
    }
  }

  private static final class Counters {
    final Meters.Counter hits;
    final Meters.Counter misses;
    final Meters.Counter evictions;

    Counters(Families families, String type, String name) {
      hits = families.hits.series(type, name);
      misses = families.misses.series(type, name);
      evictions = families.evictions.series(type, name);
    }
  }

  final String type;
  final String name;
  private final Families families;
  private volatile @Nullable Counters counters;

  CacheSeries(String type, String name, Families families) {
    this.type = type;
    this.name = name;
    this.families = families;
  }

  void counted(int hits, int misses) {
    Counters known = counters();
    if (hits != 0) {
      known.hits.add(hits);
    }
    if (misses != 0) {
      known.misses.add(misses);
    }
  }

  void evicted() {
    counters().evictions.add(1);
  }

  private Counters counters() {
    Counters known = counters;
    if (known == null) {
      known = new Counters(families, type, name);
      counters = known;
    }
    return known;
  }
}
