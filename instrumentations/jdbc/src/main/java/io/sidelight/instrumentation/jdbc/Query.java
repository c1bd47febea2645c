// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.spi.Meters;

/** The series of all statements with one type and table. Recording allocates nothing. */
final class Query {

  private final SqlType type;
  private final String table;
  private final Meters.Counter succeeded;
  private final Meters.Counter failed;
  private final Meters.Histogram duration;

  /** Exposed before it happens: a rate of what was not there before is nothing. */
  private final Meters.Counter slow;

  private final long slowNanos;

  Query(QueryFamilies families, SqlType type, String table) {
    this.type = type;
    this.table = table;
    succeeded = families.queries.series(type.name(), table, "success");
    failed = families.queries.series(type.name(), table, "error");
    duration = families.durations.series(type.name(), table);
    slow = families.slow.series(type.name(), table);
    slowNanos = families.slowNanos;
  }

  SqlType type() {
    return type;
  }

  String table() {
    return table;
  }

  void record(long nanos, boolean success) {
    (success ? succeeded : failed).add(1);
    duration.record(nanos);
    if (nanos >= slowNanos) {
      slow.add(1);
    }
  }
}
