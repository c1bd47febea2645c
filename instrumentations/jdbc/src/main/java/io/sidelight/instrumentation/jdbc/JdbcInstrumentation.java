// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import static java.util.Arrays.asList;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Weaves every class that implements {@code java.sql.Statement}: drivers, and the wrappers of pools
 * alike. The outermost woven call on a thread counts, so nobody has to know which class wraps
 * which; a wrapper that is a JDK proxy is not woven, and then the driver's statement is the
 * outermost. The one wrapper known to execute on other threads than its caller's, ShardingSphere,
 * is named.
 *
 * <p>No advice calls JDBC: a driver may answer the most harmless question with another statement.
 * The text of a prepared statement is therefore taken where {@code Connection} takes it, and kept
 * on the statement. For that a driver's topmost statement class has one field more, {@code
 * sidelight$state}, with its two accessors and the interface {@link
 * io.sidelight.bootstrap.Carrier}; all else that reflection shows of it, of the classes that extend
 * it, and of connection classes, is unchanged.
 *
 * <p>A batch is one operation, whatever its size; in a batch of texts, the last one stands for all.
 *
 * <p>{@code commit} and {@code rollback} count as one statement each, whether or not a driver
 * executes any for them. Not counted: {@code Connection}'s other calls for the transaction and the
 * session; what a driver does without an {@code execute} method. Counted as they run: the test
 * queries of pools, and statements that drivers execute to answer {@code DatabaseMetaData} or that
 * ShardingSphere has for itself, such as those that read which columns a table has. The duration is
 * that of the call; fetching further rows comes after it.
 */
public final class JdbcInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.jdbc.";

  /**
   * Packages of connections, statements and results that hand every call on to those of a driver,
   * which are woven: to weave these as well would only make start-up and calls dearer.
   */
  static final String[] WRAPPERS = {
    "com.zaxxer.hikari.pool.",
    "org.apache.commons.dbcp2.",
    "com.mchange.v2.c3p0.impl.",
    "com.alibaba.druid.pool.",
    "com.alibaba.druid.proxy.jdbc.",
    "io.agroal.pool.wrapper.",
    "com.p6spy.engine.wrapper.",
    "org.jboss.jca.adapters.jdbc."
  };

  static final TypeMatch STATEMENT = TypeMatch.subtypeOf("java.sql.Statement").except(WRAPPERS);

  private static final TypeMatch CONNECTION =
      TypeMatch.subtypeOf("java.sql.Connection").except(WRAPPERS);

  /**
   * What ShardingSphere-JDBC executes for one statement, partly on threads of its own when several
   * databases are concerned. Its proxy does the same for calls that are no JDBC, so there each
   * counts.
   */
  private static final TypeMatch SHARDING =
      TypeMatch.subtypeOf(
              "org.apache.shardingsphere.infra.executor.sql.execute.engine.driver.jdbc"
                  + ".JDBCExecutorCallback")
          .except("org.apache.shardingsphere.proxy.");

  private static final String[] EXECUTE = {
    "execute",
    "executeQuery",
    "executeUpdate",
    "executeLargeUpdate",
    "executeBatch",
    "executeLargeBatch"
  };

  private static final String[] SESSION = {
    "setAutoCommit",
    "setSavepoint",
    "releaseSavepoint",
    "setTransactionIsolation",
    "getTransactionIsolation",
    "setReadOnly",
    "setCatalog",
    "getCatalog",
    "setSchema",
    "getSchema",
    "setClientInfo",
    "getClientInfo",
    "getWarnings"
  };

  @Override
  public String id() {
    return "jdbc";
  }

  @Override
  public String supports() {
    return "JDBC 4.0 and later: any driver, any connection pool";
  }

  @Override
  public Domain domain() {
    return new JdbcDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(STATEMENT),
        WeavePoint.in(CONNECTION)
            .at(
                MethodMatch.named("prepareStatement", "prepareCall")
                    .takingFirst("java.lang.String"))
            .with(ADVICE + "PrepareAdvice"),
        WeavePoint.in(CONNECTION)
            .at(MethodMatch.named("commit", "rollback"))
            .with(ADVICE + "TransactionAdvice"),
        WeavePoint.in(CONNECTION).at(MethodMatch.named(SESSION)).with(ADVICE + "NestedAdvice"),
        WeavePoint.in(SHARDING)
            .at(
                MethodMatch.named("executeSQL")
                    .takingFirst("java.lang.String", "java.sql.Statement"))
            .with(ADVICE + "NestedAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named(EXECUTE).takingFirst("java.lang.String"))
            .with(ADVICE + "ExecuteAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named(EXECUTE).taking())
            .with(ADVICE + "ExecutePreparedAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named("addBatch").taking("java.lang.String"))
            .with(ADVICE + "AddBatchAdvice"));
  }
}
