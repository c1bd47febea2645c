// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import com.fasterxml.jackson.core.JsonFactory;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** Uses old versions of libraries that the agent has, too. */
public final class Libraries {

  private Libraries() {}

  /** Prints where they come from and what it can see of the agent. */
  public static void main(String[] args) {
    print("byte-buddy", ByteBuddy.class);
    print("jackson", JsonFactory.class);
    print("prometheus", PrometheusRegistry.class);
    print("simpleclient", CollectorRegistry.class);
    PrometheusRegistry.defaultRegistry.register(
        () -> CounterSnapshot.builder().name("app_own").help("own").build());
    List<String> names =
        PrometheusRegistry.defaultRegistry.scrape().stream()
            .map((MetricSnapshot snapshot) -> snapshot.getMetadata().getName())
            .toList();
    System.out.println("own registry " + names);
    System.out.println("agent classes " + visibleAgentClasses());
    Lines.waitForEnd();
  }

  private static void print(String what, Class<?> type) {
    String path = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    System.out.println(what + " " + new File(path).getName());
  }

  private static List<String> visibleAgentClasses() {
    return Stream.of(
            "io.sidelight.core.Agent",
            "io.sidelight.core.weave.Weaving",
            "io.sidelight.spi.Instrumentation",
            "io.sidelight.hidden.io.sidelight.core.Agent",
            "io.prometheus.metrics.instrumentation.jvm.JvmMetrics")
        .filter(Libraries::isVisible)
        .toList();
  }

  private static boolean isVisible(String name) {
    try {
      Class.forName(name, false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
