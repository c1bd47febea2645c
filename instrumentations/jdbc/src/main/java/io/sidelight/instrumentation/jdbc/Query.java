// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.spi.Meters;

/** The series of all statements with one type and table. Recording allocates nothing. */
final class Query {

  private final Meters.Counter succeeded;
  private final Meters.Counter failed;
  private final Meters.Timer duration;

  Query(Meters.Counter succeeded, Meters.Counter failed, Meters.Timer duration) {
    this.succeeded = succeeded;
    this.failed = failed;
    this.duration = duration;
  }

  void record(long nanos, boolean success) {
    (success ? succeeded : failed).add(1);
    duration.record(nanos);
  }
}
