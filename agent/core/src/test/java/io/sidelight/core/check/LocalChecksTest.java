// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sidelight.spi.HealthResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalChecksTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private long now = 1;
  private String dead = "";
  private final DeadlockCheck deadlocks =
      new DeadlockCheck(() -> now) {
        @Override
        String deadlocked() {
          return dead;
        }
      };

  @Test
  void aDeadlockLastsWhenItIsStillThereAfterAMinute() {
    assertThat(deadlocks.ask(0).status()).isEqualTo(HealthResult.Status.HEALTHY);
    dead = "left, right";
    assertThat(deadlocks.ask(0).message()).isEqualTo("deadlock of left, right");
    assertThat(deadlocks.isLasting()).isFalse();

    now += 20 * SECOND;
    assertThat(deadlocks.ask(0).status()).isEqualTo(HealthResult.Status.UNHEALTHY);
    assertThat(deadlocks.isLasting()).isFalse();

    now += 40 * SECOND;
    assertThat(deadlocks.ask(0).status()).isEqualTo(HealthResult.Status.UNHEALTHY);
    assertThat(deadlocks.isLasting()).isTrue();

    dead = "";
    assertThat(deadlocks.ask(0).status()).isEqualTo(HealthResult.Status.HEALTHY);
    assertThat(deadlocks.isLasting()).isFalse();
  }

  @Test
  void deadlocksAreLookedForOnceAMinuteAtMost() {
    assertThat(deadlocks.pauseNanos(SECOND, true)).isEqualTo(60 * SECOND);
    assertThat(deadlocks.pauseNanos(90 * SECOND, false)).isEqualTo(90 * SECOND);
  }

  @Test
  void theDiskThatHasLeastRoomCounts(@TempDir Path folder) {
    String there = folder.toString();
    String gone = folder.resolve("gone").toString();

    assertThat(new DiskCheck(List.of(there), 1).ask(0).message()).endsWith(" % free on " + there);
    assertThat(new DiskCheck(List.of(there), 100).ask(0).status())
        .isEqualTo(HealthResult.Status.DEGRADED);
    HealthResult both = new DiskCheck(List.of(there, gone), 1).ask(0);
    assertThat(both.status()).isEqualTo(HealthResult.Status.DEGRADED);
    assertThat(both.message()).isEqualTo(gone + " is not there");
    assertThat(both.details()).containsOnlyKeys(there, gone);
  }

  @Test
  void memoryIsKnownOnlyAfterACollection() {
    HealthResult result = new MemoryCheck().ask(0);

    assertThat(result.status()).isEqualTo(HealthResult.Status.HEALTHY);
    assertThat(result.message()).matches("\\d+ % of long-lived pool used after last collection");
  }

  @Test
  void aPortThatAcceptsIsHealthy() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(new PortCheck("p", port).ask(SECOND).status())
          .isEqualTo(HealthResult.Status.HEALTHY);
    }
    assertThatThrownBy(() -> new PortCheck("p", port).ask(SECOND)).isInstanceOf(IOException.class);
  }

  @Test
  void anAddressThatAnswersBelow400IsHealthy() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String status = exchange.getRequestURI().getPath().substring(1);
          exchange.sendResponseHeaders(Integer.parseInt(status), -1);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      for (int status : new int[] {200, 204, 302}) {
        assertThat(HttpCheck.ofOwn("h", base + status).ask(SECOND).message())
            .isEqualTo("HTTP " + status);
      }
      for (int status : new int[] {401, 404, 503}) {
        HealthResult result = HttpCheck.ofOther("h", base + status, 3).ask(SECOND);
        assertThat(result.status()).isEqualTo(HealthResult.Status.UNHEALTHY);
        assertThat(result.message()).isEqualTo("HTTP " + status);
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theApplicationsOwnPortIsAskedAgainSoon() {
    assertThat(new PortCheck("p", 1).pauseNanos(10 * SECOND, true)).isEqualTo(SECOND);
    assertThat(new PortCheck("p", 1).pauseNanos(10 * SECOND, false)).isEqualTo(10 * SECOND);
    assertThat(HttpCheck.ofOther("h", "http://x/", 3).pauseNanos(10 * SECOND, true))
        .isEqualTo(10 * SECOND);
  }
}
