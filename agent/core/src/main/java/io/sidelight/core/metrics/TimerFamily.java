// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The series of a histogram of durations. */
final class TimerFamily extends SeriesFamily<Meters.Timer> {

  private static final double NANOS_PER_SECOND = 1e9;

  private final double[] boundsSeconds;
  private final long[] boundsNanos;

  TimerFamily(
      MetricSpec spec,
      List<String> labelNames,
      LabelLimit[] limits,
      SeriesBudget budget,
      @Nullable Overflows overflows,
      double[] boundsSeconds) {
    super(spec, labelNames, limits, budget, overflows);
    this.boundsSeconds = boundsSeconds;
    this.boundsNanos = new long[boundsSeconds.length];
    for (int i = 0; i < boundsNanos.length; i++) {
      boundsNanos[i] = Math.round(boundsSeconds[i] * NANOS_PER_SECOND);
    }
  }

  /** Upper bounds in seconds, without infinity. */
  double[] boundsSeconds() {
    return boundsSeconds;
  }

  @Override
  BucketTimer create() {
    return new BucketTimer(boundsNanos);
  }

  /** A bucket for each bound, one for infinity, a count and a sum. */
  @Override
  int weight() {
    return boundsNanos.length + 3;
  }

  /**
   * Fixed buckets. There is no count of its own: it is the sum of the buckets, so that an {@code
   * Error} in the middle of {@link #record} can lose one duration from the sum, and nothing else.
   */
  static final class BucketTimer implements Meters.Timer {

    /** 104 days: exact as a double, and far from where a sum of many threads could overflow. */
    private static final long FOLD_NANOS = 1L << 53;

    private final long[] boundsNanos;
    private final LongAdder[] buckets;
    private final LongAdder sumNanos = new LongAdder();

    /** What the reader took out of {@link #sumNanos}, in units of {@link #FOLD_NANOS}. */
    private long folded;

    BucketTimer(long[] boundsNanos) {
      this.boundsNanos = boundsNanos;
      this.buckets = new LongAdder[boundsNanos.length + 1];
      for (int i = 0; i < buckets.length; i++) {
        buckets[i] = new LongAdder();
      }
    }

    @Override
    public void record(long nanos) {
      long duration = Math.min(Math.max(nanos, 0), FOLD_NANOS);
      long[] bounds = boundsNanos;
      int bucket = 0;
      // Bounds are few and most calls short: faster than a binary search.
      while (bucket < bounds.length && duration > bounds[bucket]) {
        bucket++;
      }
      buckets[bucket].increment();
      sumNanos.add(duration);
    }

    /** The durations in each bucket, not cumulative; the last one is infinity's. */
    long[] counts() {
      long[] counts = new long[buckets.length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = buckets[i].sum();
      }
      return counts;
    }

    /** Called by one thread at a time. */
    double sumSeconds() {
      long sum = sumNanos.sum();
      while (sum >= FOLD_NANOS) {
        sumNanos.add(-FOLD_NANOS);
        folded++;
        sum -= FOLD_NANOS;
      }
      return folded * (FOLD_NANOS / NANOS_PER_SECOND) + sum / NANOS_PER_SECOND;
    }
  }
}
