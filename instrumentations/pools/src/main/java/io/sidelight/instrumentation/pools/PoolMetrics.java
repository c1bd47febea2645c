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
import org.jspecify.annotations.Nullable;

/** The metrics of pools, under one naming. */
final class PoolMetrics {

  private static final Label POOL =
      Label.capped(
          "pool", "the pool's name, or its class with a number; unique", 32, "db.max-pools");

  /** Of every pool of database connections. */
  static final PoolMetrics DB = database();

  /** Of HikariCP once more, under the names that its own dashboards know. */
  static final PoolMetrics HIKARI = hikari("hikaricp_connections");

  /** Of pools of connections to Redis. */
  static final PoolMetrics REDIS = redis();

  static final MetricSpec HELD_LONG =
      MetricSpec.gauge(
              "db_connections_held_long", "Connections held longer than the leak threshold")
          .label(POOL);

  final Map<PoolValue, MetricSpec> gauges = new EnumMap<>(PoolValue.class);
  final MetricSpec acquire;
  final MetricSpec timeouts;

  /** Null where it is not measured, as the next one. */
  final @Nullable MetricSpec usage;

  final @Nullable MetricSpec creation;

  private PoolMetrics(
      MetricSpec acquire,
      MetricSpec timeouts,
      @Nullable MetricSpec usage,
      @Nullable MetricSpec creation) {
    this.acquire = acquire;
    this.timeouts = timeouts;
    this.usage = usage;
    this.creation = creation;
  }

  private static PoolMetrics database() {
    PoolMetrics metrics =
        new PoolMetrics(
            time("db_connection_acquire_seconds", "Time to obtain a connection in seconds"),
            count("db_connection_timeouts_total", "Connection requests that timed out"),
            time(
                "db_connection_usage_seconds",
                "Time between borrowing and returning a connection in seconds"),
            time("db_connection_creation_seconds", "Time to open a connection in seconds"));
    metrics.gauge(PoolValue.ACTIVE, "db_connections_active", "Connections in use");
    metrics.gauge(PoolValue.IDLE, "db_connections_idle", "Idle connections");
    metrics.gauge(PoolValue.MAX, "db_connections_max", "Maximum pool size");
    metrics.gauge(PoolValue.MIN, "db_connections_min", "Minimum number of idle connections");
    metrics.gauge(PoolValue.PENDING, "db_connections_pending", "Threads waiting for a connection");
    return metrics;
  }

  private static PoolMetrics hikari(String prefix) {
    PoolMetrics metrics =
        new PoolMetrics(
            time(prefix + "_acquire_seconds", "Connection acquire time"),
            count(prefix + "_timeout_total", "Connection timeout total count"),
            time(prefix + "_usage_seconds", "Connection usage time"),
            time(prefix + "_creation_seconds", "Connection creation time"));
    metrics.gauge(PoolValue.TOTAL, prefix, "Total connections");
    metrics.gauge(PoolValue.ACTIVE, prefix + "_active", "Active connections");
    metrics.gauge(PoolValue.IDLE, prefix + "_idle", "Idle connections");
    metrics.gauge(PoolValue.MAX, prefix + "_max", "Max connections");
    metrics.gauge(PoolValue.MIN, prefix + "_min", "Min connections");
    metrics.gauge(PoolValue.PENDING, prefix + "_pending", "Pending threads");
    return metrics;
  }

  private static PoolMetrics redis() {
    PoolMetrics metrics =
        new PoolMetrics(
            time("redis_connection_acquire_seconds", "Time to obtain a connection in seconds"),
            count("redis_connection_timeouts_total", "Connection requests that timed out"),
            null,
            null);
    metrics.gauge(PoolValue.ACTIVE, "redis_connections_active", "Redis connections in use");
    metrics.gauge(PoolValue.IDLE, "redis_connections_idle", "Idle Redis connections");
    metrics.gauge(PoolValue.MAX, "redis_connections_max", "Limit of Redis connections");
    metrics.gauge(
        PoolValue.PENDING, "redis_connections_pending", "Threads waiting for a Redis connection");
    return metrics;
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
    for (MetricSpec recorded : asList(acquire, usage, creation, timeouts)) {
      if (recorded != null) {
        all.add(recorded);
      }
    }
    return all;
  }
}
