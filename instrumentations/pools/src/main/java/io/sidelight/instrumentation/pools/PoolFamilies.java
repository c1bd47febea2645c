// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.Meters;

/** The families of recorded metrics, under one naming. */
final class PoolFamilies {

  final Meters.Family<Meters.Histogram> acquire;
  final Meters.Family<Meters.Histogram> usage;
  final Meters.Family<Meters.Histogram> creation;
  final Meters.Family<Meters.Counter> timeouts;

  PoolFamilies(PoolMetrics metrics, Meters meters) {
    acquire = meters.histogram(metrics.acquire);
    usage = meters.histogram(metrics.usage);
    creation = meters.histogram(metrics.creation);
    timeouts = meters.counter(metrics.timeouts);
  }
}
