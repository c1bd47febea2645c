// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import static java.util.Collections.singletonList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;

/** The rows that database statements return. Off unless it is asked for. */
final class ResultRowsDomain implements Domain {

  static final MetricSpec ROWS =
      MetricSpec.distribution(
              "db_result_rows",
              "Rows read of the result of one database query; only with"
                  + " instrument.result-rows=true")
          .label(JdbcDomain.TYPE)
          .label(JdbcDomain.TABLE)
          .buckets(
              "metrics.buckets.result-rows", 1, 2, 5, 10, 20, 50, 100, 500, 1000, 10_000, 100_000);

  @Override
  public String id() {
    return "result-rows";
  }

  @Override
  public List<MetricSpec> metrics() {
    return singletonList(ROWS);
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    return new ResultRowsProbe(meters);
  }
}
