// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;

/**
 * The series of one kind of log-in. Both are there as soon as one is, so that the first failure is
 * a rise from 0. Immutable.
 */
final class AttemptSeries {

  final Counter success;
  final Counter failure;

  AttemptSeries(AttemptType type, Family<Counter> attempts) {
    success = attempts.series(type.label(), "success");
    failure = attempts.series(type.label(), "failure");
  }
}
