// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Checks of developers and operators, and those of the JVM and its machine. */
final class CustomHealthTest {

  private static Victim program(Jdk jdk) {
    return Victim.main("io.sidelight.it.apps.health.CustomMain")
        .on(jdk)
        .app("plain")
        .app("health")
        .app("custom", "api");
  }

  @OnEveryJdk
  void annotatedMethodsAreAsked(Jdk jdk) {
    try (Watched watched = new Watched(program(jdk))) {
      watched.await("payments", "healthy");
      watched.await("search", "healthy");
      watched.await("later", "healthy");
      assertThat(watched.program.stderr())
          .contains("Wrong.name() is no health check: \"Not A Name\" is not a name in snake case")
          .contains("Wrong.parameter(int) is no health check: only methods of objects")
          .contains("Wrong.ofNobody() is no health check: only methods of objects");

      watched.run("breakPayments");
      JsonNode broken = watched.await("payments", "unhealthy");
      assertThat(broken.path("message").asText())
          .isEqualTo("CustomMain$Payments.answers: answers() is false (3 attempts)");
      assertThat(watched.code("/health")).isEqualTo(503);
      watched.run("mendPayments");
      watched.await("payments", "healthy");

      watched.run("forgetOne");
      watched.await("payments", "unhealthy");
      watched.run("collect");
      watched.await("payments", "healthy");
    }
  }

  @OnEveryJdk
  void whatTheyThrowIsTold(Jdk jdk) {
    try (Watched watched = new Watched(program(jdk).jvm("-Dsearch.broken=true"))) {
      JsonNode broken = watched.await("search", "unhealthy");
      assertThat(broken.path("message").asText())
          .isEqualTo(
              "CustomMain$Search.ping: IllegalStateException: index is missing (3 attempts)");
    }
  }

  @OnEveryJdk
  void theyCanBeSwitchedOff(Jdk jdk) {
    try (Watched watched = new Watched(program(jdk).agent("instrument.health=false"))) {
      watched.await("jvm_memory", "healthy");
      assertThat(watched.status("payments")).isEqualTo("absent");
    }
  }

  @OnEveryJdk
  void theJvmAndItsMachineAreLookedAt(Jdk jdk) {
    try (Watched watched = new Watched(program(jdk).agent("health.disk.min-free=99"))) {
      watched.await("jvm_memory", "healthy");
      watched.await("jvm_threads", "healthy");
      assertThat(watched.await("disk", "degraded").path("message").asText())
          .endsWith(" % free on the working directory's file system");
      assertThat(watched.health().path("status").asText()).isEqualTo("degraded");
      assertThat(watched.code("/health")).isEqualTo(200);
    }
  }

  @OnEveryJdk
  void aDeadlockIsFound(Jdk jdk) {
    Victim victim = program(jdk).agent("health.optional=jvm_threads");
    try (Watched watched = new Watched(victim)) {
      watched.run("deadlock");
      assertThat(watched.await("jvm_threads", "unhealthy").path("message").asText())
          .matches("deadlock of (left, right|right, left)");
      assertThat(watched.health().path("status").asText()).isEqualTo("degraded");
      assertThat(watched.code("/health/live")).isEqualTo(200);
    }
  }

  @OnEveryJdk
  void addressesAndOwnPortsAreAsked(Jdk jdk) throws Exception {
    try (ServerSocket later = new ServerSocket()) {
      int free = freePort();
      Victim victim =
          program(jdk)
              .agent("health.readiness.port=" + free, "health.http.nobody=http://127.0.0.1:1/x");
      try (Watched watched = new Watched(victim)) {
        watched.await("nobody", "unhealthy");
        assertThat(watched.code("/health/ready")).isEqualTo(503);
        assertThat(watched.program.get("/health/ready").body()).contains("readiness_port: ");

        later.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), free));
        watched.await("readiness_port", "healthy");
        assertThat(watched.program.get("/health/ready").body()).doesNotContain("readiness_port");
      }
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
