// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.CacheProbe;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One cache, as it carries it itself: nothing here may keep the cache, or its class. */
final class LiveCache extends CacheProbe.Lookups {

  final CacheReader reader;

  /** What counts in its place; null if it counts itself. */
  final @Nullable LiveCache inner;

  /** What tells size and evictions for it; null if nothing does. */
  private final @Nullable LiveCache covered;

  private volatile CacheSeries series;

  LiveCache(
      CacheSeries series,
      CacheReader reader,
      @Nullable LiveCache inner,
      @Nullable LiveCache covered) {
    this.series = series;
    this.reader = reader;
    this.inner = inner;
    this.covered = covered;
    if (covered != null) {
      covered.become(series);
    }
  }

  CacheSeries series() {
    return series;
  }

  /** From now on it counts for the cache in front of it. */
  void become(CacheSeries front) {
    series = front;
    if (covered != null) {
      covered.become(front);
    }
  }

  @Override
  protected boolean delegates() {
    return inner != null;
  }

  @Override
  protected void counted(int hits, int misses) {
    series.counted(hits, misses);
  }

  @Override
  protected void countedAll(Object keys, int hits) {
    series.counted(hits, Math.max(0, different(keys) - hits));
  }

  @Override
  protected void countedAll(Object keys, Object values) {
    int hits = 0;
    for (Object value : ((Map<?, ?>) values).values()) {
      if (value != null) {
        hits++;
      }
    }
    countedAll(keys, hits);
  }

  /**
   * How many different keys there are; 0 if that cannot be told: what is no collection may be there
   * to be read once.
   */
  private static int different(Object keys) {
    if (keys instanceof Set || !(keys instanceof Collection)) {
      return keys instanceof Set ? ((Set<?>) keys).size() : 0;
    }
    return new HashSet<>((Collection<?>) keys).size();
  }

  @Override
  protected void evicted() {
    series.evicted();
  }
}
