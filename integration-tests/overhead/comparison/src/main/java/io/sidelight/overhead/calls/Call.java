// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.calls;

import io.sidelight.overhead.jvm.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark of a kind of call.
 *
 * @param id as in the names of measurements
 * @param method class and method of the benchmark
 * @param perOperation how many calls one operation makes
 * @param sidelight the metric with which Sidelight counts such calls, and a text in its labels
 * @param otel the same for the peer; null if it does not know such calls
 */
record Call(String id, String method, int perOperation, String sidelight, @Nullable String otel) {

  private static final String DB = "db_client_operation_duration_seconds_count";

  static Call request(String id, String method) {
    return new Call(
        id,
        method,
        1,
        "http_requests_total status=\"200\"",
        "http_server_request_duration_seconds_count 200");
  }

  static Call query(String id, String method) {
    return new Call(id, method, 1, "db_queries_total SELECT", DB + " SELECT");
  }

  /** Without the commands that a client sends on its own. */
  static Call get(String id, String method) {
    return new Call(id, method, 1, "redis_commands_total \"GET\"", DB + " \"GET\"");
  }

  static Call timed(String id, String method, int perOperation) {
    return new Call(
        id, method, perOperation, "business_method_duration_seconds_count success", null);
  }

  static Call counted(String id, String method) {
    return new Call(id, method, 1, "business_method_calls_total success", null);
  }

  static Call hit(String id, String method) {
    return new Call(id, method, 1, "cache_hits_total caffeine", null);
  }

  static Call custom(String id, String method, String metric) {
    return new Call(id, method, 1, metric, null);
  }

  /** Nothing counts it. */
  static Call plain(String id, String method) {
    return new Call(id, method, 0, "business_method success", null);
  }

  /** What {@code CallCheck} takes; empty for no check. */
  String check(Variant variant, int port) {
    return switch (variant) {
      case NONE, EMPTY_AGENT, SIDELIGHT_WEAVING_NOTHING -> "";
      case SIDELIGHT -> port + " " + perOperation + " " + sidelight;
      case OTEL -> port + " " + perOperation + " " + otel;
    };
  }
}
