// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.Meters;

/** What one pool records to, under one naming or two. Recording allocates nothing. */
final class PoolSeries {

  /** Of a pool that has no name yet. */
  static final PoolSeries NONE = new PoolSeries("");

  final String name;
  private final Meters.Histogram[] acquire;
  private final Meters.Histogram[] usage;
  private final Meters.Histogram[] creation;
  private final Meters.Counter[] timeouts;

  PoolSeries(String name, PoolFamilies... namings) {
    this.name = name;
    acquire = new Meters.Histogram[namings.length];
    usage = new Meters.Histogram[namings.length];
    creation = new Meters.Histogram[namings.length];
    timeouts = new Meters.Counter[namings.length];
    for (int i = 0; i < namings.length; i++) {
      acquire[i] = namings[i].acquire.series(name);
      usage[i] = namings[i].usage.series(name);
      creation[i] = namings[i].creation.series(name);
      timeouts[i] = namings[i].timeouts.series(name);
    }
  }

  void acquired(long nanos) {
    record(acquire, nanos);
  }

  void used(long nanos) {
    record(usage, nanos);
  }

  void created(long nanos) {
    record(creation, nanos);
  }

  void timedOut() {
    for (Meters.Counter each : timeouts) {
      each.add(1);
    }
  }

  private static void record(Meters.Histogram[] histograms, long nanos) {
    for (Meters.Histogram each : histograms) {
      each.record(nanos);
    }
  }
}
