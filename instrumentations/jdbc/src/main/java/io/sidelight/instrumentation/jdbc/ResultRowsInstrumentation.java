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
 * Weaves every class that implements {@code java.sql.ResultSet}, to count the rows that {@code
 * next()} finds. A result counts when it has been read to its end or is closed, whichever comes
 * first; one that is neither does not. Of a wrapper's and that of the driver below, one counts.
 * Results of {@code DatabaseMetaData}, generated keys, and moves other than {@code next()} do not
 * count.
 *
 * <p>Not on by default: a field more makes each result larger, and each result that is read gets an
 * object that counts.
 */
public final class ResultRowsInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.jdbc.";

  private static final TypeMatch STATEMENT = JdbcInstrumentation.STATEMENT;

  private static final TypeMatch RESULT =
      TypeMatch.subtypeOf("java.sql.ResultSet").except(JdbcInstrumentation.WRAPPERS);

  @Override
  public String id() {
    return "result-rows";
  }

  @Override
  public String supports() {
    return "JDBC 4.0 and later: any driver, any connection pool";
  }

  @Override
  public Domain domain() {
    return new ResultRowsDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(RESULT),
        WeavePoint.carrier(STATEMENT), // also if statements themselves are not measured
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named("executeQuery").taking("java.lang.String"))
            .with(ADVICE + "QueryResultAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named("executeQuery", "getResultSet").taking())
            .with(ADVICE + "PreparedResultAdvice"),
        WeavePoint.in(STATEMENT)
            .at(MethodMatch.named("execute").takingFirst("java.lang.String"))
            .with(ADVICE + "ExecutedAdvice"),
        WeavePoint.in(RESULT).at(MethodMatch.named("next").taking()).with(ADVICE + "NextRowAdvice"),
        WeavePoint.in(RESULT)
            .at(MethodMatch.named("close").taking())
            .with(ADVICE + "CloseResultAdvice"));
  }
}
