// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Tomcat JDBC, in Tomcat and on its own. */
public final class TomcatJdbcInstrumentation extends PoolLibrary {

  private static final TypeMatch POOL =
      TypeMatch.named("org.apache.tomcat.jdbc.pool.ConnectionPool");

  private static final String ENTRY_NAME = "org.apache.tomcat.jdbc.pool.PooledConnection";

  private static final TypeMatch ENTRY = TypeMatch.named(ENTRY_NAME);

  @Override
  public String id() {
    return "tomcat-jdbc";
  }

  @Override
  public String supports() {
    return "Tomcat JDBC 9.0 and later";
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(POOL),
        WeavePoint.carrier(ENTRY),
        open(POOL, MethodMatch.named("init")),
        acquire(POOL, MethodMatch.named("getConnection")),
        // The one that waits; the others, by time and connection, it calls.
        lendReturned(POOL, MethodMatch.named("borrowConnection").takingFirst("int")),
        create(POOL, MethodMatch.named("createConnection")),
        takeBackArgument(
            POOL, MethodMatch.named("returnConnection", "abandon", "release").taking(ENTRY_NAME)),
        close(POOL, MethodMatch.named("close").taking("boolean")));
  }

  @Override
  PoolReader reader() {
    return new PoolReader("TomcatDataSource", "org.apache.tomcat.jdbc.pool.ConnectionPool")
        .named("getName", "Tomcat Connection Pool\\[.*")
        .with(PoolValue.ACTIVE, "getActive")
        .with(PoolValue.IDLE, "getIdle")
        .with(PoolValue.PENDING, "getWaitCount")
        .with(PoolValue.MAX, "getPoolProperties.getMaxActive")
        .with(PoolValue.MIN, "getPoolProperties.getMinIdle")
        .timesOut("org.apache.tomcat.jdbc.pool.PoolExhaustedException", "");
  }
}
