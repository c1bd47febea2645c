// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The series of a histogram. */
final class HistogramFamily extends SeriesFamily<Meters.Histogram> {

  private final double[] bounds;
  private final long[] recordedBounds;

  HistogramFamily(
      MetricSpec spec,
      List<String> labelNames,
      LabelLimit[] limits,
      SeriesBudget budget,
      @Nullable Overflows overflows,
      double[] bounds) {
    super(spec, labelNames, limits, budget, overflows);
    this.bounds = bounds;
    this.recordedBounds = new long[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      recordedBounds[i] = Math.round(bounds[i] * spec.scale());
    }
  }

  /** Upper bounds in the exposed unit, without infinity. */
  double[] bounds() {
    return bounds;
  }

  @Override
  BucketHistogram create() {
    return new BucketHistogram(recordedBounds, spec().scale());
  }

  /** A bucket for each bound, one for infinity, a count and a sum. */
  @Override
  int weight() {
    return bounds.length + 3;
  }

  /**
   * Fixed buckets. There is no count of its own: it is the sum of the buckets, so that an {@code
   * Error} in the middle of {@link #record} can lose one value from the sum, and nothing else.
   */
  static final class BucketHistogram implements Meters.Histogram {

    /**
     * As nanoseconds 104 days: exact as a double, and far from where a sum of many threads could
     * overflow.
     */
    private static final long FOLD = 1L << 53;

    private final long[] bounds;
    private final double scale;
    private final LongAdder[] buckets;
    private final FoldingAdder sum = new FoldingAdder();

    /**
     * @param bounds in the unit that is recorded
     * @param scale see {@link MetricSpec#scale}
     */
    BucketHistogram(long[] bounds, double scale) {
      this.bounds = bounds;
      this.scale = scale;
      this.buckets = new LongAdder[bounds.length + 1];
      for (int i = 0; i < buckets.length; i++) {
        buckets[i] = new LongAdder();
      }
    }

    @Override
    public void record(long value) {
      long positive = Math.min(Math.max(value, 0), FOLD);
      long[] upper = bounds;
      int bucket = 0;
      // Bounds are few and most values small: faster than a binary search.
      while (bucket < upper.length && positive > upper[bucket]) {
        bucket++;
      }
      buckets[bucket].increment();
      sum.add(positive);
    }

    /** The values in each bucket, not cumulative; the last one is infinity's. */
    long[] counts() {
      long[] counts = new long[buckets.length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = buckets[i].sum();
      }
      return counts;
    }

    /** In the exposed unit. Called by one thread at a time. */
    double scaledSum() {
      return sum.scaled(FOLD, scale);
    }
  }
}
