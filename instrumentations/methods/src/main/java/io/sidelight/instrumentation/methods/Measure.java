// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.instrumentation.methods.Readings.Reading;
import io.sidelight.spi.Amounts;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Meters.Gauge;
import io.sidelight.spi.Meters.Histogram;
import org.jspecify.annotations.Nullable;

/** One metric of a method from whose calls something is read. Immutable. */
abstract class Measure {

  private final Readings readings;

  private Measure(Readings readings) {
    this.readings = readings;
  }

  final Readings readings() {
    return readings;
  }

  /** A call has ended, and all is read of it. */
  abstract void record(Reading reading, long nanos, @Nullable Object result);

  static Measure timer(Readings readings, Family<Histogram> timers) {
    return new Measure(readings) {
      @Override
      void record(Reading reading, long nanos, @Nullable Object result) {
        timers.series(reading.labels).record(nanos);
      }
    };
  }

  static Measure counter(Readings readings, Family<Counter> counters) {
    return new Measure(readings) {
      @Override
      void record(Reading reading, long nanos, @Nullable Object result) {
        counters.series(reading.labels).add(1);
      }
    };
  }

  /** What was read as its amount is added; nothing if that is null. */
  static Measure amount(Readings readings, Family<Counter> counters, String where, Meters meters) {
    return new Measure(readings) {
      @Override
      void record(Reading reading, long nanos, @Nullable Object result) {
        Object read = reading.amount;
        double amount = read instanceof Number ? ((Number) read).doubleValue() : Double.NaN;
        long millionths = Amounts.millionths(amount);
        if (millionths >= 0) {
          counters.series(reading.labels).add(millionths);
        } else if (read != null && read != Expression.UNREADABLE) {
          meters.problem("methods: " + where + ": " + Amounts.fault(amount));
        }
      }
    };
  }

  /** The last value returned; a call that failed leaves the one before. */
  static Measure gauge(Readings readings, Family<Gauge> gauges, String where, Meters meters) {
    return new Measure(readings) {
      @Override
      void record(Reading reading, long nanos, @Nullable Object result) {
        if (result instanceof Number) {
          gauges.series(reading.labels).set(((Number) result).doubleValue());
        } else if (result instanceof Boolean) {
          gauges.series(reading.labels).set((Boolean) result ? 1 : 0);
        } else if (result != null) {
          meters.problem(
              "methods: " + where + ": a " + result.getClass().getName() + " is no gauge's value");
        }
      }
    };
  }
}
