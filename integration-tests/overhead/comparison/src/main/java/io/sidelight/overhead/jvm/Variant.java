// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.jvm;

import io.sidelight.overhead.Layout;
import java.util.List;
import java.util.Locale;

/** With which agent a JVM runs. */
public enum Variant {
  /** Without one: what everything is compared with. */
  NONE,
  /** Sidelight, with no configuration but its port. */
  SIDELIGHT,
  /**
   * The OpenTelemetry Java agent as the closest peer: metrics only, for a scrape, database metrics
   * opted in.
   */
  OTEL;

  /** As in the raw results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The options of the JVM.
   *
   * @param port where the agent is to answer scrapes
   */
  public List<String> options(int port) {
    return switch (this) {
      case NONE -> List.of();
      case SIDELIGHT -> List.of("-javaagent:" + Layout.agentJar() + "=bind=127.0.0.1,port=" + port);
      case OTEL ->
          List.of(
              "-javaagent:" + Layout.otelJar(),
              "-Dotel.traces.exporter=none",
              "-Dotel.logs.exporter=none",
              "-Dotel.metrics.exporter=prometheus",
              "-Dotel.exporter.prometheus.host=127.0.0.1",
              "-Dotel.exporter.prometheus.port=" + port,
              "-Dotel.semconv-stability.opt-in=database",
              "-Dotel.javaagent.logging=none");
    };
  }
}
