// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.function.DoubleSupplier;

/** Takes everything and keeps nothing, to measure what the caller allocates. */
final class SilentMeters implements Meters {

  @Override
  public Family<Counter> counter(MetricSpec spec) {
    return values -> amount -> {};
  }

  @Override
  public Family<Histogram> histogram(MetricSpec spec) {
    return values -> nanos -> {};
  }

  @Override
  public void gauge(MetricSpec spec, DoubleSupplier value) {}

  @Override
  public void read(MetricSpec spec, MetricSource source) {}

  @Override
  public void error(String source, Throwable error) {}

  @Override
  public void serving() {}

  @Override
  public void problem(String text) {}
}
