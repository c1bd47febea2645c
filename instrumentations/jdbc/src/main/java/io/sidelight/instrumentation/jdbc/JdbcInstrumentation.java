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
 * outermost.
 *
 * <p>No advice calls JDBC: a driver may answer the most harmless question with another statement.
 * The text of a prepared statement is therefore taken where {@code Connection} takes it, and kept
 * on the statement. For that a woven statement class has one field more, {@code sidelight$state},
 * with its two accessors and the interface {@link io.sidelight.bootstrap.Carrier}; all else that
 * reflection shows of it, and all of a connection class, is unchanged.
 *
 * <p>Not counted: {@code commit}, {@code rollback} and other calls of {@code Connection} that are
 * not statements; what a driver does internally without an {@code execute} method. Counted as they
 * run: the test queries of pools, and statements that drivers execute to answer {@code
 * DatabaseMetaData}. The duration is that of the call; fetching further rows comes after it.
 */
public final class JdbcInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.jdbc.";

  private static final TypeMatch STATEMENT = TypeMatch.subtypeOf("java.sql.Statement");

  private static final TypeMatch CONNECTION = TypeMatch.subtypeOf("java.sql.Connection");

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
        WeavePoint.in(STATEMENT)
            .at(
                MethodMatch.named("execute", "executeQuery", "executeUpdate", "executeLargeUpdate")
                    .takingFirst("java.lang.String"))
            .with(ADVICE + "ExecuteAdvice"),
        WeavePoint.in(STATEMENT)
            .at(
                MethodMatch.named("execute", "executeQuery", "executeUpdate", "executeLargeUpdate")
                    .taking())
            .with(ADVICE + "ExecutePreparedAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named("addBatch").taking("java.lang.String"))
            .with(ADVICE + "AddBatchAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named("executeBatch", "executeLargeBatch").taking())
            .with(ADVICE + "ExecuteBatchAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named("clearBatch").taking())
            .with(ADVICE + "ClearBatchAdvice"));
  }
}
