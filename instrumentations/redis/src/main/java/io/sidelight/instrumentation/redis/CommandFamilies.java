// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Meters.Histogram;

/** The metrics of commands. Immutable. */
final class CommandFamilies {

  final Family<Counter> commands;
  final Family<Counter> errors;
  final Family<Histogram> durations;

  CommandFamilies(Meters meters) {
    commands = meters.counter(RedisMetrics.COMMANDS);
    errors = meters.counter(RedisMetrics.ERRORS);
    durations = meters.histogram(RedisMetrics.DURATION);
  }
}
