// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import org.jspecify.annotations.Nullable;

/** The families of recorded metrics, under one naming; null are those that it does not have. */
final class PoolFamilies {

  final Meters.Family<Meters.Histogram> acquire;
  final Meters.@Nullable Family<Meters.Histogram> usage;
  final Meters.@Nullable Family<Meters.Histogram> creation;
  final Meters.Family<Meters.Counter> timeouts;

  PoolFamilies(PoolMetrics metrics, Meters meters) {
    acquire = meters.histogram(metrics.acquire);
    usage = histogram(metrics.usage, meters);
    creation = histogram(metrics.creation, meters);
    timeouts = meters.counter(metrics.timeouts);
  }

  private static Meters.@Nullable Family<Meters.Histogram> histogram(
      @Nullable MetricSpec spec, Meters meters) {
    return spec == null ? null : meters.histogram(spec);
  }
}
