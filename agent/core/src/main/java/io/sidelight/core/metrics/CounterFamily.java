// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The series of a counter. */
final class CounterFamily extends SeriesFamily<Meters.Counter> {

  CounterFamily(
      MetricSpec spec,
      List<String> labelNames,
      LabelLimit[] limits,
      SeriesBudget budget,
      @Nullable Overflows overflows) {
    super(spec, labelNames, limits, budget, overflows);
  }

  @Override
  StripedCounter create() {
    return new StripedCounter(spec().scale());
  }

  @Override
  int weight() {
    return 1;
  }

  /** Adds without waiting for other threads. */
  static final class StripedCounter implements Meters.Counter {

    /** Exact as a double, and far from where a sum of many threads could overflow. */
    private static final long FOLD = 1_000_000_000_000_000L;

    private final FoldingAdder value = new FoldingAdder();
    private final double scale;

    /**
     * @param scale see {@link MetricSpec#scale}
     */
    StripedCounter(double scale) {
      this.scale = scale;
    }

    @Override
    public void add(long amount) {
      // A counter that falls would look like a restart to Prometheus.
      if (amount > 0) {
        value.add(amount);
      }
    }

    /** In the exposed unit. Called by one thread at a time. */
    double scaledValue() {
      return value.scaled(FOLD, scale);
    }
  }
}
