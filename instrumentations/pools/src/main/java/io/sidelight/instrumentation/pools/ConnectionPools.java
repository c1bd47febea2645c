// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WatchedObjects;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All open pools. */
final class ConnectionPools extends PoolProbe {

  private final Meters meters;
  private final List<PoolReader> readers;
  private final PoolFamilies families;
  private final WatchedObjects<ConnectionPool> pools;
  private final boolean tracesBorrowers;
  private @Nullable PoolFamilies hikari;

  ConnectionPools(Meters meters, Settings settings, List<PoolReader> readers) {
    this.meters = meters;
    this.readers = readers;
    families = new PoolFamilies(PoolMetrics.DB, meters);
    pools = new WatchedObjects<>("pools", settings.number("db.max-pools"), meters);
    tracesBorrowers = settings.flag("db.leak-stack");
    read(PoolMetrics.DB, false);
    meters.read(
        PoolMetrics.HELD_LONG,
        pools.values(new HeldLong(settings.nanos("db.leak-threshold"), meters)));
  }

  private void read(PoolMetrics metrics, boolean onlyHikari) {
    for (Map.Entry<PoolValue, MetricSpec> gauge : metrics.gauges.entrySet()) {
      meters.read(gauge.getValue(), values(gauge.getKey(), onlyHikari));
    }
  }

  /** That value of every pool, or of HikariCP's. */
  MetricSource values(PoolValue value, boolean onlyHikari) {
    return pools.values(new Told(value, onlyHikari));
  }

  @Override
  protected Lender open(Object source) {
    PoolReader reader = reader(source);
    ConnectionPools all = this;
    return pools.open(
        source,
        reader,
        new Supplier<ConnectionPool>() {
          @Override
          public ConnectionPool get() {
            return new ConnectionPool(all, reader, tracesBorrowers);
          }
        });
  }

  private PoolReader reader(Object source) {
    for (PoolReader reader : readers) {
      if (reader.reads(source)) {
        return reader;
      }
    }
    throw new IllegalStateException("nobody can read " + source.getClass().getName());
  }

  synchronized PoolSeries series(String name, PoolReader reader) {
    if (!reader.isHikari()) {
      return new PoolSeries(name, families);
    }
    PoolFamilies more = hikari;
    if (more == null) {
      more = new PoolFamilies(PoolMetrics.HIKARI, meters);
      hikari = more;
      read(PoolMetrics.HIKARI, true);
    }
    return new PoolSeries(name, families, more);
  }

  void close(ConnectionPool pool) {
    pools.close(pool);
  }

  @Override
  public void failed(Throwable error) {
    meters.error("pools", error);
  }

  private static final class Told implements WatchedObjects.Fact<ConnectionPool> {
    private final PoolValue value;
    private final boolean onlyHikari;

    Told(PoolValue value, boolean onlyHikari) {
      this.value = value;
      this.onlyHikari = onlyHikari;
    }

    @Override
    public double of(ConnectionPool pool, Object source) throws ReflectiveOperationException {
      return onlyHikari && !pool.isHikari() ? Double.NaN : pool.value(value, source);
    }
  }
}
