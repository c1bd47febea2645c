// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The series of a gauge, each of which is told its value or what to read it from. */
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

  /**
   * Takes changes without waiting for other threads: what was set last, and beside it what was
   * added since the beginning.
   */
  static final class StoredGauge implements Meters.Gauge {

    private static final long NOTHING = Double.doubleToRawLongBits(Double.NaN);

    private final DoubleAdder added = new DoubleAdder();

    /** The bits of what was set, less what had been added by then. */
    private final AtomicLong base = new AtomicLong(NOTHING);

    private volatile @Nullable DoubleSupplier followed;

    @Override
    public void set(double value) {
      // Of an addition at the same time it cannot be told which was first.
      base.set(Double.doubleToRawLongBits(value - added.sum()));
      followed = null;
    }

    @Override
    public void add(double amount) {
      long now = base.get();
      if (Double.isNaN(Double.longBitsToDouble(now))) {
        base.compareAndSet(now, Double.doubleToRawLongBits(-added.sum()));
      }
      added.add(amount);
      if (followed != null) {
        followed = null;
      }
    }

    @Override
    public void follow(DoubleSupplier value) {
      followed = value;
    }

    /** NaN if nothing is known. */
    double value() {
      DoubleSupplier source = followed;
      return source == null
          ? Double.longBitsToDouble(base.get()) + added.sum()
          : source.getAsDouble();
    }
  }
}
