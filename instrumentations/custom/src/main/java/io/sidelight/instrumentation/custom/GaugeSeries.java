// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Meters;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A series of a gauge: what was told last, or what the application's own value is at a scrape. */
final class GaugeSeries extends Recorder {

  private static final long NONE = Double.doubleToRawLongBits(Double.NaN);

  private final AtomicLong bits = new AtomicLong(NONE);

  /** Weak: what the application gave may hold all of it. The application's gauge keeps it. */
  private volatile @Nullable WeakReference<DoubleSupplier> followed;

  GaugeSeries(String name, Meters meters) {
    super(name, meters);
  }

  @Override
  void record(long value, @Nullable Object operation) {
    if (operation instanceof DoubleSupplier) {
      followed = new WeakReference<>((DoubleSupplier) operation);
    } else if ("set".equals(operation)) {
      followed = null;
      bits.set(value);
    } else if ("add".equals(operation)) {
      add(Double.longBitsToDouble(value));
    }
  }

  private void add(double amount) {
    if (Double.isNaN(amount) || Double.isInfinite(amount)) {
      problem("an amount that is infinite or no number was not added");
      return;
    }
    followed = null;
    while (true) {
      long before = bits.get();
      double value = Double.longBitsToDouble(before);
      double sum = (Double.isNaN(value) ? 0 : value) + amount;
      if (bits.compareAndSet(before, Double.doubleToRawLongBits(sum))) {
        return;
      }
    }
  }

  /** The present value; NaN if there is none. Called by scraping threads. */
  double value() {
    WeakReference<DoubleSupplier> source = followed;
    if (source == null) {
      return Double.longBitsToDouble(bits.get());
    }
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
