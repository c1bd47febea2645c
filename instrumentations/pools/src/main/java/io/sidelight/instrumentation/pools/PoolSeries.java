// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Collections.emptyList;

import io.sidelight.spi.Meters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one pool records to, under each of its namings. Recording allocates nothing. */
final class PoolSeries {

  /** Of a pool that has no name yet. */
  static final PoolSeries NONE = new PoolSeries("", emptyList());

  final String name;
  private final Meters.Histogram[] acquire;
  private final Meters.Histogram[] usage;
  private final Meters.Histogram[] creation;
  private final Meters.Counter[] timeouts;

  PoolSeries(String name, List<PoolFamilies> namings) {
    this.name = name;
    List<Meters.Histogram> acquiring = new ArrayList<>();
    List<Meters.Histogram> using = new ArrayList<>();
    List<Meters.Histogram> creating = new ArrayList<>();
    timeouts = new Meters.Counter[namings.size()];
    for (int i = 0; i < timeouts.length; i++) {
      PoolFamilies naming = namings.get(i);
      add(naming.acquire, acquiring);
      add(naming.usage, using);
      add(naming.creation, creating);
      timeouts[i] = naming.timeouts.series(name);
    }
    acquire = acquiring.toArray(new Meters.Histogram[0]);
    usage = using.toArray(new Meters.Histogram[0]);
    creation = creating.toArray(new Meters.Histogram[0]);
  }

  private void add(
      Meters.@Nullable Family<Meters.Histogram> family, List<Meters.Histogram> histograms) {
    if (family != null) {
      histograms.add(family.series(name));
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
