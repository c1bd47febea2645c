// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.util.Arrays.asList;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The metrics of pools, under one naming. */
final class PoolMetrics {

  private static final Label POOL =
      Label.capped(
          "pool", "the pool's name, or its class with a number; unique", 32, "db.max-pools");

  /** Of every pool. */
  static final PoolMetrics DB = new PoolMetrics();

  /** Of HikariCP once more, under the names that its own dashboards know. */
  static final PoolMetrics HIKARI = new PoolMetrics("hikaricp_connections");

  static final MetricSpec HELD_LONG =
      MetricSpec.gauge(
              "db_connections_held_long", "Connections held longer than the leak threshold")
          .label(POOL);

  final Map<PoolValue, MetricSpec> gauges = new EnumMap<>(PoolValue.class);
  final MetricSpec acquire;
  final MetricSpec usage;
  final MetricSpec creation;
  final MetricSpec timeouts;

  private PoolMetrics() {
    gauge(PoolValue.ACTIVE, "db_connections_active", "Connections in use");
    gauge(PoolValue.IDLE, "db_connections_idle", "Idle connections");
    gauge(PoolValue.MAX, "db_connections_max", "Maximum pool size");
    gauge(PoolValue.MIN, "db_connections_min", "Minimum number of idle connections");
    gauge(PoolValue.PENDING, "db_connections_pending", "Threads waiting for a connection");
    acquire = time("db_connection_acquire_seconds", "Time to obtain a connection in seconds");
    usage =
        time(
            "db_connection_usage_seconds",
            "Time between borrowing and returning a connection in seconds");
    creation = time("db_connection_creation_seconds", "Time to open a connection in seconds");
    timeouts = count("db_connection_timeouts_total", "Connection requests that timed out");
  }

  private PoolMetrics(String prefix) {
    gauge(PoolValue.TOTAL, prefix, "Total connections");
    gauge(PoolValue.ACTIVE, prefix + "_active", "Active connections");
    gauge(PoolValue.IDLE, prefix + "_idle", "Idle connections");
    gauge(PoolValue.MAX, prefix + "_max", "Max connections");
    gauge(PoolValue.MIN, prefix + "_min", "Min connections");
    gauge(PoolValue.PENDING, prefix + "_pending", "Pending threads");
    acquire = time(prefix + "_acquire_seconds", "Connection acquire time");
    usage = time(prefix + "_usage_seconds", "Connection usage time");
    creation = time(prefix + "_creation_seconds", "Connection creation time");
    timeouts = count(prefix + "_timeout_total", "Connection timeout total count");
  }

  private void gauge(PoolValue value, String name, String help) {
    gauges.put(value, MetricSpec.gauge(name, help).label(POOL));
  }

  private static MetricSpec time(String name, String help) {
    return MetricSpec.histogram(name, help)
        .label(POOL)
        .buckets(
            "metrics.buckets.pool", 0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30);
  }

  private static MetricSpec count(String name, String help) {
    return MetricSpec.counter(name, help).label(POOL);
  }

  /** All of them. */
  List<MetricSpec> all() {
    List<MetricSpec> all = new ArrayList<>(gauges.values());
    all.addAll(asList(acquire, usage, creation, timeouts));
    return all;
  }
}
