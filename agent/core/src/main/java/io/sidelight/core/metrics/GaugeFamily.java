// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The series of a gauge that is set when something happens, not read at scrapes. */
final class GaugeFamily extends SeriesFamily<Meters.Gauge> {

  GaugeFamily(
      MetricSpec spec,
      List<String> labelNames,
      LabelLimit[] limits,
      SeriesBudget budget,
      @Nullable Overflows overflows) {
    super(spec, labelNames, limits, budget, overflows);
  }

  @Override
  StoredGauge create() {
    return new StoredGauge();
  }

  @Override
  int weight() {
    return 1;
  }

  /** Takes changes without waiting for other threads. */
  static final class StoredGauge implements Meters.Gauge {

    private final LongAdder added = new LongAdder();
    private volatile double set;

    @Override
    public void set(double value) {
      set = value;
    }

    @Override
    public void add(long amount) {
      added.add(amount);
    }

    double value() {
      return set + added.sum();
    }
  }
}
