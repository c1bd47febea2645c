// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.bootstrap.Results;
import io.sidelight.spi.Meters;
import org.jspecify.annotations.Nullable;

/** Counts the rows of results. What it prepares is the count that one result carries. */
final class ResultRowsProbe extends CallProbe {

  private final Meters meters;
  private final QueryCache<Meters.Histogram> rows;

  ResultRowsProbe(Meters meters) {
    this.meters = meters;
    Meters.Family<Meters.Histogram> family = meters.histogram(ResultRowsDomain.ROWS);
    rows = new QueryCache<>((type, table) -> family.series(type.name(), table));
  }

  /**
   * A count for one result.
   *
   * @param operation what is known of its statement, as in {@link JdbcProbe}
   */
  @Override
  public Object prepare(@Nullable Object operation) {
    return new RowCount(series(operation));
  }

  private Meters.Histogram series(@Nullable Object operation) {
    if (operation instanceof Query) {
      Query query = (Query) operation;
      return rows.of(query.type(), query.table());
    }
    return operation instanceof String ? rows.of((String) operation) : rows.unknown();
  }

  @Override
  public void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    throw new UnsupportedOperationException("results end through Results");
  }

  @Override
  public void failed(Throwable error) {
    meters.error("result-rows", error);
  }

  private static final class RowCount extends Results.Count {
    private final Meters.Histogram series;

    RowCount(Meters.Histogram series) {
      this.series = series;
    }

    @Override
    protected void end(long number) {
      series.record(number);
    }
  }
}
