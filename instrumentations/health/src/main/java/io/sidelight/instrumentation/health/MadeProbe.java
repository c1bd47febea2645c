// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.health;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.GeneratedClasses;
import io.sidelight.spi.Meters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learns of each object of one class that has health checks. */
final class MadeProbe extends CallProbe {

  private final String className;
  private final List<CheckMethod> methods;
  private final Meters meters;

  MadeProbe(String className, List<CheckMethod> methods, Meters meters) {
    this.className = className;
    this.methods = methods;
    this.meters = meters;
  }

  @Override
  public void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    // A proxy only leads to the object behind it, which is known by itself.
    if (subject != null && !GeneratedClasses.contain(subject.getClass().getName())) {
      for (CheckMethod each : methods) {
        each.health.add(new ObjectHealth(each, subject));
      }
    }
  }

  @Override
  public void failed(Throwable error) {
    meters.error("health " + className, error);
  }
}
