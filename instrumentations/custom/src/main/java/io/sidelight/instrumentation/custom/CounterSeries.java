// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Amounts;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import org.jspecify.annotations.Nullable;

/** A series of a counter. */
final class CounterSeries extends Recorder {

  private final Counter millionths;

  CounterSeries(String name, Counter millionths, Meters meters) {
    super(name, meters);
    this.millionths = millionths;
  }

  @Override
  void record(long value, @Nullable Object operation) {
    double amount = Double.longBitsToDouble(value);
    long added = Amounts.millionths(amount);
    if (added >= 0) {
      millionths.add(added);
    } else {
      problem(Amounts.fault(amount));
    }
  }
}
