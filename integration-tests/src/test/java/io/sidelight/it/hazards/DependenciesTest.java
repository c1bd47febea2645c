// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What the agent and the application both use, each has for itself. */
class DependenciesTest {

  @TempDir Path folder;

  @OnEveryJdk
  void theApplicationsOwnVersionsOfTheAgentsLibrariesAreItsOwn(Jdk jdk) {
    try (VictimProcess victim = program(jdk, "Libraries").app("plain", "same-libraries").start()) {
      assertThat(victim.awaitLine("byte-buddy")).isEqualTo("byte-buddy byte-buddy-1.9.16.jar");
      assertThat(victim.awaitLine("jackson")).isEqualTo("jackson jackson-core-2.9.10.jar");
      assertThat(victim.awaitLine("prometheus"))
          .isEqualTo("prometheus prometheus-metrics-model-1.0.0.jar");
      assertThat(victim.awaitLine("simpleclient"))
          .isEqualTo("simpleclient simpleclient-0.16.0.jar");
      victim.awaitLine("ready");

      assertThat(victim.scrape().has("app_own_total")).isFalse();
      assertThat(victim.awaitLine("own registry")).isEqualTo("own registry [app_own]");
      assertThat(victim.awaitLine("agent classes")).isEqualTo("agent classes []");
    }
  }

  @OnEveryJdk
  void settingsOfTheApplicationsPrometheusClientAreNotTheAgents(Jdk jdk) throws IOException {
    Files.writeString(
        folder.resolve("prometheus.properties"),
        "io.prometheus.exporter.httpServer.port=1\nio.prometheus.no_such=1\n");
    try (VictimProcess victim =
        program(jdk, "Work")
            .args("2")
            .classpath(folder)
            .jvm("-Dio.prometheus.exporter.http_server.port=1", "-Dio.prometheus.no_such=1")
            .jvm("-Dio.prometheus.metrics.histogram_native_only=true")
            .env("IO_PROMETHEUS_METRICS_FOO", "1")
            .start()) {
      victim.awaitLine("ready");

      assertThat(victim.scrape().sum("work_time_seconds_bucket", "le", "+Inf")).isEqualTo(2);
    }
  }

  @OnEveryJdk
  void servicesOnTheApplicationsClassPathAreNotLoadedByTheAgent(Jdk jdk) throws IOException {
    assertThat(loadedServices(jdk, true)).isEqualTo(loadedServices(jdk, false));
  }

  private String loadedServices(Jdk jdk, boolean agent) throws IOException {
    Path home = Files.createDirectories(folder.resolve("services-" + agent));
    Sources sources = new Sources(home).add("own/Poison.java", Poison.SOURCE);
    for (String service : Poison.SERVICES) {
      sources.resource("META-INF/services/" + service, Poison.implementationOf(service));
    }
    Path classes = sources.compile(jdk);
    Victim program = Victim.main("own.Poison").classpath(classes).on(jdk);
    try (VictimProcess victim = (agent ? program : program.withoutAgent()).start()) {
      victim.awaitLine("ready");
      if (agent) {
        victim.scrape();
        victim.get("/health");
      }
      victim.send("report");
      return victim.awaitLine("loaded before main") + " " + victim.awaitLine("loaded in the end");
    }
  }
}
