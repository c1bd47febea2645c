// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;

/** The series of a counter of amounts. */
final class SumFamily extends SeriesFamily<Meters.Sum> {

  SumFamily(
      MetricSpec spec,
      List<String> labelNames,
      LabelLimit[] limits,
      SeriesBudget budget,
      @Nullable Overflows overflows) {
    super(spec, labelNames, limits, budget, overflows);
  }

  @Override
  StripedSum create() {
    return new StripedSum();
  }

  @Override
  int weight() {
    return 1;
  }

  /**
   * Adds without waiting for other threads. Whole numbers are exact up to 2^53, as in whatever
   * Prometheus stores.
   */
  static final class StripedSum implements Meters.Sum {

    private final DoubleAdder value = new DoubleAdder();

    @Override
    public void add(double amount) {
      // A counter that falls would look like a restart to Prometheus, and NaN would stay for ever.
      if (amount > 0 && amount <= Double.MAX_VALUE) {
        value.add(amount);
      }
    }

    double value() {
      return value.sum();
    }
  }
}
