// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Libraries;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.List;

/** Pools of connections to databases and to Redis, whatever library makes them. */
final class PoolsDomain implements Domain {

  @Override
  public String id() {
    return "pools";
  }

  @Override
  public List<MetricSpec> metrics() {
    List<MetricSpec> all = new ArrayList<>(PoolMetrics.DB.all());
    all.add(PoolMetrics.HELD_LONG);
    all.addAll(PoolMetrics.HIKARI.all());
    all.addAll(PoolMetrics.REDIS.all());
    return all;
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    List<PoolReader> readers = new ArrayList<>();
    for (PoolLibrary library : Libraries.telling(PoolLibrary.class)) {
      readers.add(library.reader());
    }
    return new ConnectionPools(meters, settings, readers);
  }
}
