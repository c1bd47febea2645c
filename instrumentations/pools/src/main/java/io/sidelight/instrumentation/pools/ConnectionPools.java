// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.ObjectReader;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WatchedObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All open pools. */
final class ConnectionPools extends PoolProbe {

  private final Meters meters;
  private final List<PoolReader> readers;
  private final WatchedObjects<ConnectionPool> pools;
  private final boolean tracesBorrowers;

  private final PoolHealths health;

  /** Of the namings that there is a pool for. Guarded by this. */
  private final Map<PoolMetrics, PoolFamilies> families = new HashMap<>();

  ConnectionPools(Meters meters, Settings settings, List<PoolReader> readers) {
    this.meters = meters;
    this.readers = readers;
    pools = new WatchedObjects<>("pools", settings.number("db.max-pools"), meters);
    tracesBorrowers = settings.flag("db.leak-stack");
    health = new PoolHealths(settings);
    meters.health(health.of("database", PoolProbe.DATABASE));
    meters.health(health.of("redis_pool", PoolProbe.REDIS));
    meters.read(
        PoolMetrics.HELD_LONG,
        pools.values(new HeldLong(settings.nanos("db.leak-threshold"), meters)));
  }

  /** That value of every pool with that naming. */
  MetricSource values(PoolMetrics naming, PoolValue value) {
    return pools.values(new Told(naming, value));
  }

  @Override
  protected Lender open(Object source) {
    PoolReader reader = ObjectReader.nearest(readers, source);
    ConnectionPools all = this;
    return pools.open(
        source,
        reader,
        new Supplier<ConnectionPool>() {
          @Override
          public ConnectionPool get() {
            ConnectionPool pool = new ConnectionPool(all, reader, tracesBorrowers);
            health.opened(pool, reader, source);
            return pool;
          }
        });
  }

  synchronized PoolSeries series(String name, PoolReader reader) {
    List<PoolFamilies> namings = new ArrayList<>();
    for (PoolMetrics naming : reader.namings()) {
      PoolFamilies known = families(naming);
      if (reader.lends()) {
        namings.add(known);
      }
    }
    return new PoolSeries(name, namings);
  }

  private PoolFamilies families(PoolMetrics naming) {
    PoolFamilies known = families.get(naming);
    if (known == null) {
      known = new PoolFamilies(naming, meters);
      families.put(naming, known);
      for (Map.Entry<PoolValue, MetricSpec> gauge : naming.gauges.entrySet()) {
        meters.read(gauge.getValue(), values(naming, gauge.getKey()));
      }
    }
    return known;
  }

  void close(ConnectionPool pool) {
    pools.close(pool);
    health.closed(pool);
  }

  @Override
  public void failed(Throwable error) {
    meters.error("pools", error);
  }

  private static final class Told implements WatchedObjects.Fact<ConnectionPool> {
    private final PoolMetrics naming;
    private final PoolValue value;

    Told(PoolMetrics naming, PoolValue value) {
      this.naming = naming;
      this.value = value;
    }

    @Override
    public double of(ConnectionPool pool, Object source) throws ReflectiveOperationException {
      return pool.has(naming) ? pool.value(value, source) : Double.NaN;
    }
  }
}
