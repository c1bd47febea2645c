// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Agroal, as in Quarkus. Its own numbers of active and idle connections are right only while its
 * metrics are switched on; their sum always is, and which connections are lent is known here.
 */
public final class AgroalInstrumentation extends PoolLibrary {

  private static final TypeMatch POOL = TypeMatch.named("io.agroal.pool.ConnectionPool");

  private static final TypeMatch ENTRY = TypeMatch.named("io.agroal.pool.ConnectionHandler");

  private static final TypeMatch TASK =
      TypeMatch.named("io.agroal.pool.ConnectionPool$CreateConnectionTask");

  @Override
  public String id() {
    return "agroal";
  }

  @Override
  public String supports() {
    return "Agroal 1.3 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        WeavePoint.carrier(ENTRY),
        open(POOL, MethodMatch.named("init").taking()),
        acquire(POOL, MethodMatch.named("getConnection", "getReadOnlyConnection").taking()),
        lendThis(ENTRY, MethodMatch.named("newConnectionWrapper", "connectionWrapper").taking()),
        takeBackThis(ENTRY, MethodMatch.named("resetConnection")),
        create(POOL, MethodMatch.named("createAndPoolConnection").taking()),
        WeavePoint.in(TASK)
            .at(MethodMatch.named("call").taking())
            .with(ADVICE + "CreateForOuterAdvice"),
        close(POOL, MethodMatch.named("close").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("AgroalDataSource", "io.agroal.pool.ConnectionPool")
        .with(PoolValue.TOTAL, "availableCount", "activeCount")
        .with(PoolValue.PENDING, "awaitingCount")
        .with(PoolValue.MAX, "getConfiguration.maxSize")
        .with(PoolValue.MIN, "getConfiguration.minSize")
        .timesOut("java.sql.SQLException", "acquisition timeout");
  }
}
