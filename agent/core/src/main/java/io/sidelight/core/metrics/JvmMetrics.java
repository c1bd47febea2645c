// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Registers the metrics of the JVM. In a runtime image some modules can be missing: what needs them
 * is left out, with one line.
 */
final class JvmMetrics {

  private JvmMetrics() {}

  static void register(MetricStore store) {
    List<String> missing = new ArrayList<>();
    RuntimeMetrics.register(store);
    try {
      MemoryMetrics.register(store);
      ThreadMetrics.register(store);
      ClassMetrics.register(store);
      ProcessMetrics.register(store);
    } catch (LinkageError e) {
      missing.add("java.management");
    }
    try {
      AllocationMetrics.register(store);
    } catch (LinkageError e) {
      missing.add("jdk.management");
    }
    if (!missing.isEmpty()) {
      store.problem(
          "metrics: this Java runtime lacks "
              + String.join(" and ", missing)
              + "; some metrics of the JVM are left out. Add it with jlink --add-modules.");
    }
  }
}
