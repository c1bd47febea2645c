// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * c3p0. Its data source answers and is what callers ask; below it there is a pool for each user,
 * which opens connections on threads of its own.
 */
public final class C3p0Instrumentation extends PoolLibrary {

  private static final TypeMatch SOURCE =
      TypeMatch.named("com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource");

  private static final TypeMatch POOL =
      TypeMatch.named("com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool");

  private static final TypeMatch ENTRY =
      TypeMatch.named("com.mchange.v2.c3p0.impl.NewPooledConnection");

  private static final TypeMatch MANAGER =
      TypeMatch.named(
          "com.mchange.v2.c3p0.impl.C3P0PooledConnectionPool$1PooledConnectionResourcePoolManager");

  @Override
  public String id() {
    return "c3p0";
  }

  @Override
  public String supports() {
    return "c3p0 0.9.5 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(SOURCE),
        WeavePoint.carrier(POOL),
        WeavePoint.carrier(ENTRY),
        acquire(SOURCE, MethodMatch.named("getConnection")),
        WeavePoint.in(POOL)
            .at(MethodMatch.named("checkoutPooledConnection").taking())
            .with(ADVICE + "PartAdvice"),
        lendReturned(POOL, MethodMatch.named("checkoutPooledConnection").taking()),
        takeBackArgument(POOL, MethodMatch.named("checkinPooledConnection")),
        WeavePoint.in(MANAGER)
            .at(MethodMatch.named("acquireResource").taking())
            .with(ADVICE + "CreateForOuterAdvice"),
        close(SOURCE, MethodMatch.named("close")));
  }

  @Override
  PoolReader reader() {
    return new PoolReader(
            "ComboPooledDataSource", "com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource")
        .named("getDataSourceName", "[0-9a-z]+\\|[0-9a-f]+")
        .with(PoolValue.ACTIVE, "getNumBusyConnectionsDefaultUser")
        .with(PoolValue.IDLE, "getNumIdleConnectionsDefaultUser")
        .with(PoolValue.PENDING, "getNumThreadsAwaitingCheckoutDefaultUser")
        .with(PoolValue.MAX, "getMaxPoolSize")
        .with(PoolValue.MIN, "getMinPoolSize")
        .timesOut("com.mchange.v2.resourcepool.TimeoutException", "");
  }
}
