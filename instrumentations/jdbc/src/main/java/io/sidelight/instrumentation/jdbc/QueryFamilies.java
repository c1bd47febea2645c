// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Histogram;
import io.sidelight.spi.Settings;

/** The metrics with the labels of a statement, and when one is slow. Immutable. */
final class QueryFamilies {

  final Meters.Family<Counter> queries;
  final Meters.Family<Histogram> durations;
  final Meters.Family<Counter> slow;
  final Meters.Family<Counter> errors;

  /** A statement that takes as long is slow. */
  final long slowNanos;

  QueryFamilies(Meters meters, Settings settings) {
    queries = meters.counter(JdbcDomain.QUERIES);
    durations = meters.histogram(JdbcDomain.DURATION);
    slow = meters.counter(JdbcDomain.SLOW);
    errors = meters.counter(JdbcDomain.ERRORS);
    slowNanos = settings.nanos("db.slow-threshold");
  }
}
