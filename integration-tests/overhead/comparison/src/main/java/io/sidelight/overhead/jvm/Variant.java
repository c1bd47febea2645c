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
  /** One that does nothing: what the JVM itself takes for any agent. */
  EMPTY_AGENT,
  /** Sidelight with all its instrumentations switched off. */
  SIDELIGHT_WEAVING_NOTHING,
  /** Sidelight, with no configuration but its port. */
  SIDELIGHT,
  /**
   * The OpenTelemetry Java agent as the closest peer: metrics only, for a scrape, database metrics
   * opted in.
   */
  OTEL;

  /** No agent, Sidelight and its peer: with these everything is measured. */
  public static final List<Variant> COMPARED = List.of(NONE, SIDELIGHT, OTEL);

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
      case EMPTY_AGENT -> List.of("-javaagent:" + EmptyAgentJar.FILE);
      case SIDELIGHT_WEAVING_NOTHING ->
          List.of(
              sidelight(port)
                  + ",instrument.servlet=false,instrument.jdbc=false"
                  + ",instrument.redis=false,instrument.cache=false,instrument.business=false"
                  + ",instrument.auth=false,instrument.jwt=false");
      case SIDELIGHT -> List.of(sidelight(port));
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

  private static String sidelight(int port) {
    return "-javaagent:" + Layout.agentJar() + "=bind=127.0.0.1,port=" + port;
  }
}
