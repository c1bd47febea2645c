// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Vibur DBCP. */
public final class ViburInstrumentation extends PoolLibrary {

  private static final TypeMatch POOL = TypeMatch.named("org.vibur.dbcp.ViburDBCPDataSource");

  private static final TypeMatch ENTRY = TypeMatch.named("org.vibur.dbcp.pool.ConnHolder");

  private static final TypeMatch FACTORY = TypeMatch.named("org.vibur.dbcp.pool.ConnectionFactory");

  private static final TypeMatch OPERATIONS =
      TypeMatch.named("org.vibur.dbcp.pool.PoolOperations", "org.vibur.dbcp.util.PoolOperations");

  @Override
  public String id() {
    return "vibur";
  }

  @Override
  public String supports() {
    return "Vibur DBCP 11.0 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        WeavePoint.carrier(ENTRY),
        open(POOL, MethodMatch.named("start").taking()),
        acquire(POOL, MethodMatch.named("getConnection").taking()),
        WeavePoint.in(FACTORY)
            .at(MethodMatch.named("readyToTake"))
            .with(ADVICE + "LendArgumentAdvice"),
        takeBackArgument(
            OPERATIONS, MethodMatch.named("restore").takingFirst("org.vibur.dbcp.pool.ConnHolder")),
        // A new one is for the thread that makes it, unless the pool is being filled.
        lendReturned(FACTORY, MethodMatch.named("create").taking()),
        create(FACTORY, MethodMatch.named("create").taking()),
        close(POOL, MethodMatch.named("terminate").taking()));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("ViburDataSource", "org.vibur.dbcp.ViburDBCPDataSource")
        .named("getName")
        .with(PoolValue.ACTIVE, "getPool.taken")
        .with(PoolValue.IDLE, "getPool.remainingCreated")
        .with(PoolValue.MAX, "getPoolMaxSize")
        .with(PoolValue.MIN, "getPoolInitialSize")
        .timesOut("java.sql.SQLTimeoutException", "")
        .timesOut("java.sql.SQLException", "couldn't obtain SQL connection within");
  }
}
