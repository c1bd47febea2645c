// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Oracle Universal Connection Pool, with any driver. */
public final class UcpInstrumentation extends PoolLibrary {

  private static final TypeMatch POOL =
      TypeMatch.named("oracle.ucp.common.UniversalConnectionPoolImpl");

  private static final TypeMatch BASE =
      TypeMatch.named("oracle.ucp.common.UniversalConnectionPoolBase");

  private static final TypeMatch DATABASE = TypeMatch.named("oracle.ucp.common.Database");

  private static final TypeMatch ENTRY =
      TypeMatch.named("oracle.ucp.common.UniversalPooledConnectionImpl");

  @Override
  public String id() {
    return "ucp";
  }

  @Override
  public String supports() {
    return "Oracle UCP 19.3 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(BASE),
        WeavePoint.carrier(ENTRY),
        open(BASE, MethodMatch.named("start")),
        acquire(POOL, MethodMatch.named("borrowConnection")),
        // On the thread of who waits; those that the pool opens beforehand are not measured.
        create(DATABASE, MethodMatch.named("createPooledConnection")),
        takeBackArgument(POOL, MethodMatch.named("returnConnection", "closeConnection")),
        close(BASE, MethodMatch.named("stop").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("PoolDataSource", "oracle.ucp.common.UniversalConnectionPoolBase")
        .named("getName")
        .with(PoolValue.ACTIVE, "getBorrowedConnectionsCount")
        .with(PoolValue.IDLE, "getAvailableConnectionsCount")
        .with(PoolValue.PENDING, "getStatistics.getPendingRequestsCount")
        .with(PoolValue.MAX, "getMaxPoolSize")
        .with(PoolValue.MIN, "getMinPoolSize")
        .timesOut("oracle.ucp.UniversalConnectionPoolException", "are in use");
  }
}
