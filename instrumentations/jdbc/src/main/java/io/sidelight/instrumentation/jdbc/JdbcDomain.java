// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import static java.util.Arrays.asList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;

/** Database statements, whatever driver executes them. */
final class JdbcDomain implements Domain {

  static final Label TYPE =
      Label.closed("type", "SELECT INSERT UPDATE DELETE MERGE CALL DDL TCL OTHER");

  static final Label TABLE =
      Label.capped(
          "table",
          "first table of the statement, lower case, without schema; unknown if there is none,"
              + " multiple if it changes several",
          100,
          "db.max-tables");

  private static final Label STATUS = Label.closed("status", "success error");

  static final MetricSpec QUERIES =
      MetricSpec.counter("db_queries_total", "Total number of database queries")
          .label(TYPE)
          .label(TABLE)
          .label(STATUS);

  static final MetricSpec DURATION =
      MetricSpec.histogram("db_query_duration_seconds", "Database query duration in seconds")
          .label(TYPE)
          .label(TABLE)
          .buckets(
              "metrics.buckets.db",
              0.0005,
              0.001,
              0.0025,
              0.005,
              0.01,
              0.025,
              0.05,
              0.1,
              0.25,
              0.5,
              1,
              2.5,
              5,
              10);

  private static final Label ERROR =
      Label.closed(
          "error", "constraint deadlock timeout connection syntax permission resource other");

  static final MetricSpec ERRORS =
      MetricSpec.counter("db_query_errors_total", "Failed database queries by error class")
          .label(TYPE)
          .label(ERROR);

  static final MetricSpec SLOW =
      MetricSpec.counter("db_slow_queries_total", "Queries slower than the slow-query threshold")
          .label(TYPE)
          .label(TABLE);

  @Override
  public String id() {
    return "jdbc";
  }

  @Override
  public List<MetricSpec> metrics() {
    return asList(QUERIES, DURATION, ERRORS, SLOW, ErrorCounter.ERRORS);
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    return new JdbcProbe(meters, settings);
  }
}
