// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.web;

import io.sidelight.testkit.Scrape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many requests an application answered, and what an agent must say then: one that missed some
 * would be cheap for no good reason. Used by one thread.
 */
final class Sent {

  /** Calls in a request that makes many of one kind. */
  static final int QUERIES = 50;

  static final int COMMANDS = 20;

  /** As in the application. */
  static final String MIXED = "/mixed";

  static final String EMPTY = "/empty";
  static final String JDBC = "/jdbc?n=" + QUERIES;
  static final String REDIS = "/redis?n=" + COMMANDS;

  private static final int MIXED_QUERIES = 5;
  private static final int MIXED_COMMANDS = 2;

  private final Map<String, Long> requests = new LinkedHashMap<>();

  /** All of them answered. */
  void add(String path, long number) {
    requests.merge(path, number, Long::sum);
  }

  private long of(String path) {
    return requests.getOrDefault(path, 0L);
  }

  private long queries() {
    return MIXED_QUERIES * of(MIXED) + QUERIES * of(JDBC);
  }

  private long commands() {
    return MIXED_COMMANDS * of(MIXED) + COMMANDS * of(REDIS);
  }

  /** Fails unless everything is there, and no error of the agent. */
  void requireFromSidelight(Scrape scrape) {
    requests.forEach(
        (path, number) -> {
          String endpoint = path.replaceFirst("\\?.*", "");
          require(number, scrape, "http_requests_total", "endpoint", endpoint, "status", "200");
          require(number, scrape, "http_request_duration_seconds_count", "endpoint", endpoint);
        });
    String[] select = {"type", "SELECT", "table", "item"};
    require(queries(), scrape, "db_queries_total", select);
    require(queries(), scrape, "db_query_duration_seconds_count", select);
    require(commands(), scrape, "redis_commands_total", "command", "GET", "status", "success");
    require(commands(), scrape, "redis_command_duration_seconds_count", "command", "GET");
    for (String errors :
        List.of(
            "sidelight_advice_errors_total",
            "sidelight_transform_errors_total",
            "sidelight_label_overflow_total",
            "sidelight_metric_conflicts_total")) {
      require(0, scrape, errors);
    }
  }

  /** Fails unless the other agent measured the same. */
  void requireFromOtel(Scrape scrape) {
    long all = requests.values().stream().mapToLong(Long::longValue).sum();
    require(all, scrape, "http_server_request_duration_seconds_count");
    String calls = "db_client_operation_duration_seconds_count";
    require(queries(), scrape, calls, "db_query_summary", "SELECT item");
    require(commands(), scrape, calls, "db_operation_name", "GET");
  }

  private static void require(long wanted, Scrape scrape, String name, String... labels) {
    double found = scrape.sum(name, labels);
    if (found != wanted) {
      throw new IllegalStateException(
          name + List.of(labels) + " is " + found + " and not " + wanted + ":\n" + scrape.text());
    }
  }
}
