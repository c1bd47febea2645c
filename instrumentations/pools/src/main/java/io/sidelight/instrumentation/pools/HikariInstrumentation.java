// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * HikariCP. The pool object carries what is known of it and the data source, which is its
 * configuration, answers. The application's own metrics tracker is left alone.
 */
public final class HikariInstrumentation extends PoolLibrary {

  private static final TypeMatch POOL = TypeMatch.named("com.zaxxer.hikari.pool.HikariPool");

  private static final TypeMatch ENTRY = TypeMatch.named("com.zaxxer.hikari.pool.PoolEntry");

  private static final TypeMatch BASE = TypeMatch.named("com.zaxxer.hikari.pool.PoolBase");

  @Override
  public String id() {
    return "hikaricp";
  }

  @Override
  public String supports() {
    return "HikariCP 3.0 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        WeavePoint.carrier(ENTRY),
        // The constructor calls it as soon as the configuration is there, and nobody else does.
        WeavePoint.in(POOL)
            .at(MethodMatch.named("initializeHouseKeepingExecutorService").taking())
            .with(ADVICE + "OpenConfiguredAdvice"),
        acquire(POOL, MethodMatch.named("getConnection").taking("long")),
        create(BASE, MethodMatch.named("newPoolEntry")),
        lendThis(ENTRY, MethodMatch.named("createProxyConnection")),
        takeBackThis(ENTRY, MethodMatch.named("recycle")),
        close(POOL, MethodMatch.named("shutdown").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("HikariPool", "com.zaxxer.hikari.HikariConfig")
        .named("getPoolName")
        .with(PoolValue.ACTIVE, "getHikariPoolMXBean.getActiveConnections")
        .with(PoolValue.IDLE, "getHikariPoolMXBean.getIdleConnections")
        .with(PoolValue.TOTAL, "getHikariPoolMXBean.getTotalConnections")
        .with(PoolValue.PENDING, "getHikariPoolMXBean.getThreadsAwaitingConnection")
        .with(PoolValue.MAX, "getMaximumPoolSize")
        .with(PoolValue.MIN, "getMinimumIdle")
        .timesOut("java.sql.SQLTransientConnectionException", "")
        .under(PoolMetrics.DB, PoolMetrics.HIKARI);
  }
}
