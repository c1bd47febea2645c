// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.core.config.Config;
import io.sidelight.spi.HealthSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is looked after in every application. */
public final class BuiltInChecks {

  /** The components that readiness depends on whenever they are configured. */
  public static final String READINESS_PORT = "readiness_port";

  /** See {@link #READINESS_PORT}. */
  public static final String READINESS_HTTP = "readiness_http";

  private BuiltInChecks() {}

  /** Them, and those that the configuration names. */
  public static List<HealthSource> of(Config config, DeadlockCheck deadlocks) {
    List<HealthSource> checks = new ArrayList<>();
    if (hasManagement()) {
      checks.add(new MemoryCheck());
      checks.add(deadlocks);
    }
    checks.add(
        new DiskCheck(config.list("health.disk.paths"), config.number("health.disk.min-free")));
    int port = config.number("health.readiness.port");
    if (port != 0) {
      checks.add(new PortCheck(READINESS_PORT, port));
    }
    String url = config.text("health.readiness.http");
    if (!url.isEmpty()) {
      checks.add(HttpCheck.ofOwn(READINESS_HTTP, url));
    }
    int attempts = config.number("health.attempts");
    for (Map.Entry<String, String> named : config.pairs("health.http").entrySet()) {
      checks.add(HttpCheck.ofOther(named.getKey(), named.getValue(), attempts));
    }
    return checks;
  }

  /** A runtime image may lack it; scrapes say so. */
  private static boolean hasManagement() {
    try {
      Class<?> ignored = Class.forName("java.lang.management.ManagementFactory", false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
