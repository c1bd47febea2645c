// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Histogram;
import org.jspecify.annotations.Nullable;

/** A series of a timer. */
final class TimerSeries extends Recorder {

  private final Histogram histogram;

  TimerSeries(String name, Histogram histogram, Meters meters) {
    super(name, meters);
    this.histogram = histogram;
  }

  @Override
  void record(long value, @Nullable Object operation) {
    histogram.record(value);
  }
}
