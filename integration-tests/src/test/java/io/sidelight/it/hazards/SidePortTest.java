// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The port is a guest on the machine: it waits its turn, and listens where it is told. */
class SidePortTest {

  @OnEveryJdk
  void aBusyPortIsOneLineAndHealsWhenItIsFree(Jdk jdk) throws IOException {
    ServerSocket busy = new ServerSocket(0);
    int port = busy.getLocalPort();
    try (VictimProcess victim =
        program(jdk, "Work").args("4").agent("port=" + port).mayComplain().start()) {
      try (busy) {
        victim.awaitLine("ready");
        victim.awaitStderr(String.valueOf(port));
      }

      assertThat(victim.sidePort()).isEqualTo(port);
      assertThat(victim.scrape().sum("work_calls_total")).isEqualTo(4);
      assertThat(victim.stderr().lines().filter(line -> line.startsWith("sidelight: ")))
          .as("one line for the busy port, one when it is up")
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  @OnEveryJdk
  void withAFallbackSeveralProgramsOnOneMachineFindAPortEach(Jdk jdk) throws IOException {
    try (ServerSocket busy = new ServerSocket(0);
        VictimProcess victim =
            program(jdk, "Idle")
                .agent("port=" + busy.getLocalPort(), "port.fallback=true")
                .mayComplain()
                .start()) {
      assertThat(victim.sidePort())
          .isGreaterThan(busy.getLocalPort())
          .isLessThanOrEqualTo(busy.getLocalPort() + 9);
      assertThat(victim.get("/health/live").status()).isEqualTo(200);
    }
  }

  @OnEveryJdk
  void theStartUpLineNamesTheAddress(Jdk jdk) {
    try (VictimProcess victim = program(jdk, "Idle").start()) {
      int port = victim.sidePort();
      assertThat(victim.awaitStderr("sidelight: ")).contains("0.0.0.0:" + port);
    }
    try (VictimProcess victim = program(jdk, "Idle").agent("bind=127.0.0.1").start()) {
      int port = victim.sidePort();
      assertThat(victim.awaitStderr("sidelight: ")).contains("127.0.0.1:" + port);
    }
  }

  @OnEveryJdk
  void boundToTheLoopbackNobodyElseReachesIt(Jdk jdk) throws IOException {
    Optional<InetAddress> outside = outsideAddress();
    assumeThat(outside).as("an address that is not the loopback").isPresent();
    try (VictimProcess victim = program(jdk, "Idle").agent("bind=127.0.0.1").start()) {
      InetSocketAddress address = new InetSocketAddress(outside.orElseThrow(), victim.sidePort());
      assertThat(victim.get("/health/live").status()).isEqualTo(200);
      assertThatThrownBy(() -> connect(address)).isInstanceOf(ConnectException.class);
    }
    try (VictimProcess victim = program(jdk, "Idle").start()) {
      connect(new InetSocketAddress(outside.orElseThrow(), victim.sidePort()));
    }
  }

  @OnEveryJdk
  void requestsOfAllSortsGetAnAnswerOrAreCutAndNoneIsAServerError(Jdk jdk) throws IOException {
    try (VictimProcess victim = program(jdk, "Idle").start()) {
      victim.awaitLine("ready");
      int port = victim.sidePort();
      for (RawRequest request : RawRequest.all()) {
        List<Integer> statuses = request.send(port);
        assertThat(request.allowed()).as(request.toString()).containsAll(statuses);
      }
      assertThat(victim.get("/health/live").status()).isEqualTo(200);
    }
  }

  @OnEveryJdk
  void slowClientsStarveNobodyAndAreCutInTheEnd(Jdk jdk) throws IOException {
    try (VictimProcess victim = program(jdk, "Idle").start();
        SlowClients slow = new SlowClients(victim.sidePort())) {
      victim.awaitLine("ready");
      double threads = victim.scrape().value("jvm_threads_current");
      double files = victim.scrape().value("process_open_fds");
      slow.open(200);
      for (int i = 0; i < 10; i++) {
        slow.dribble();
        assertFast(victim, "/health/live", Duration.ofSeconds(1));
        assertFast(victim, "/metrics", Duration.ofSeconds(15));
      }
      assertThat(victim.scrape().value("jvm_threads_current")).isLessThan(threads + 30);
      slow.churn(2_000);
      assertFast(victim, "/health/live", Duration.ofSeconds(1));
      slow.leave();
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () -> assertThat(victim.scrape().value("process_open_fds")).isLessThan(files + 20));
    }
  }

  private static void assertFast(VictimProcess victim, String path, Duration limit) {
    long start = System.nanoTime();
    assertThat(victim.get(path).status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(limit);
  }

  private static void connect(InetSocketAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address, 5_000);
    }
  }

  private static Optional<InetAddress> outsideAddress() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }
}
