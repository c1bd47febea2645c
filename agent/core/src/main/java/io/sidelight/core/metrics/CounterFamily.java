// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
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
    return new StripedCounter();
  }

  @Override
  int weight() {
    return 1;
  }

  /** Adds without waiting for other threads. */
  static final class StripedCounter implements Meters.Counter {

    private final LongAdder value = new LongAdder();

    @Override
    public void add(long amount) {
      // A counter that falls would look like a restart to Prometheus.
      if (amount > 0) {
        value.add(amount);
      }
    }

    long value() {
      return value.sum();
    }
  }
}
