// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Sum;
import org.jspecify.annotations.Nullable;

/** A series of a counter. */
final class CounterSeries extends Recorder {

  private final Sum sum;

  CounterSeries(String name, Sum sum, Meters meters) {
    super(name, meters);
    this.sum = sum;
  }

  @Override
  void record(long value, @Nullable Object operation) {
    double amount = Double.longBitsToDouble(value);
    if (amount >= 0 && amount <= Double.MAX_VALUE) {
      sum.add(amount);
    } else {
      problem("an amount that is negative, infinite or no number was not added");
    }
  }
}
