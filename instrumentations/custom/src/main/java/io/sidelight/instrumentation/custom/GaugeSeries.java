// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Gauge;
import java.lang.ref.WeakReference;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A series of a gauge: what was told last, or what the application's own value is at a scrape. */
final class GaugeSeries extends Recorder {

  private final Gauge gauge;

  GaugeSeries(String name, Gauge gauge, Meters meters) {
    super(name, meters);
    this.gauge = gauge;
  }

  @Override
  void record(long value, @Nullable Object operation) {
    if (operation instanceof DoubleSupplier) {
      gauge.follow(new Followed((DoubleSupplier) operation));
    } else if ("set".equals(operation)) {
      gauge.set(Double.longBitsToDouble(value));
    } else if ("add".equals(operation)) {
      add(Double.longBitsToDouble(value));
    }
  }

  private void add(double amount) {
    if (Double.isNaN(amount) || Double.isInfinite(amount)) {
      problem("an amount that is infinite or no number was not added");
    } else {
      gauge.add(amount);
    }
  }

  /** A value of the application's own. */
  private final class Followed implements DoubleSupplier {

    /** Weak: what the application gave may hold all of it. The application's gauge keeps it. */
    private final WeakReference<DoubleSupplier> source;

    Followed(DoubleSupplier source) {
      this.source = new WeakReference<>(source);
    }

    @Override
    public double getAsDouble() {
      DoubleSupplier value = source.get();
      try {
        return value == null ? Double.NaN : value.getAsDouble();
      } catch (Throwable e) {
        // The application's own matter, and not worth the rest of the scrape.
        problem("what it follows threw " + e.getClass().getName());
        return Double.NaN;
      }
    }
  }
}
