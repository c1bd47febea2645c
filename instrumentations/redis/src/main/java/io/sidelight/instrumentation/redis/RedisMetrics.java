// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;

/** Metrics of Redis clients, shared by all of them. */
final class RedisMetrics {

  private static final Label COMMAND =
      Label.capped(
          "command",
          "upper case, e.g. GET; OTHER if Redis does not know it; durations of batches: PIPELINE",
          100);

  static final MetricSpec COMMANDS =
      MetricSpec.counter("redis_commands_total", "Total number of Redis commands")
          .label(COMMAND)
          .label(Label.closed("status", "success, or error if it failed or was never answered"));

  static final MetricSpec DURATION =
      MetricSpec.histogram("redis_command_duration_seconds", "Redis command duration in seconds")
          .label(COMMAND)
          .buckets(
              "metrics.buckets.redis",
              0.0001,
              0.00025,
              0.0005,
              0.001,
              0.0025,
              0.005,
              0.01,
              0.025,
              0.05,
              0.1,
              0.5,
              1);

  static final MetricSpec ERRORS =
      MetricSpec.counter("redis_command_errors_total", "Failed Redis commands by error class")
          .label(COMMAND)
          .label(Label.closed("error", "timeout connection moved noauth oom other"));

  static final MetricSpec RECONNECTS =
      MetricSpec.counter("redis_reconnects_total", "Redis reconnect attempts")
          .label(Label.closed("outcome", "success failure"));

  private RedisMetrics() {}
}
