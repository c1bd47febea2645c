// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import io.sidelight.core.check.Checks;
import io.sidelight.core.check.Component;
import io.sidelight.core.log.Log;

/** Tells operators what goes down and what comes back, one line each. */
public final class HealthLog implements Checks.Listener {

  private static final String AREA = "health";

  private final Log log;
  private final Health health;

  /** Writes to {@code log}. */
  public HealthLog(Log log, Health health) {
    this.log = log;
    this.health = health;
  }

  @Override
  public void down(Component component) {
    if (!health.isShuttingDown()) {
      log.limited(
          AREA,
          component.name() + " down",
          component.name() + " is unhealthy: " + component.message());
    }
  }

  @Override
  public void up(Component component) {
    log.limited(AREA, component.name() + " up", component.name() + " is healthy again");
  }

  @Override
  public void error(Throwable error) {
    log.limited(AREA, AREA, "looking after health failed", error);
  }
}
