// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SidePortTest {

  @RegisterExtension final TestPort port = new TestPort();

  @TempDir Path folder;

  @Test
  void aBusyPortIsOneLineAndATryAgain() throws Exception {
    SidePort side;
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      side = port.start(Limits.standard(), "port", String.valueOf(busy.getLocalPort()));
      await().until(() -> !port.logged().isEmpty());
      assertThat(port.logged())
          .isEqualTo(
              "sidelight: port: cannot listen on 127.0.0.1:"
                  + busy.getLocalPort()
                  + " (Address already in use); still measuring, trying again every 10 s."
                  + " Free the port, or set port or port.fallback=true.\n");
    }
    await().until(() -> side.port() != 0);
    assertThat(Http.status(Http.get(side.port(), "/livez"))).isEqualTo(200);
    assertThat(port.logged().lines()).hasSize(2);
  }

  @Test
  void theNextFreePortIsTakenIfAllowed() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SidePort side =
          port.start(
              Limits.standard(),
              "port",
              String.valueOf(busy.getLocalPort()),
              "port.fallback",
              "true");
      await().until(() -> side.port() != 0);
      assertThat(side.port()).isBetween(busy.getLocalPort() + 1, busy.getLocalPort() + 9);
    }
  }

  @Test
  void thePortIsWrittenToAFile() throws Exception {
    Path file = folder.resolve("port");
    Files.writeString(file, "old");
    SidePort side = port.start(Limits.standard(), "port", "0", "port-file", file.toString());
    await().until(() -> Files.readString(file).equals(side.port() + "\n"));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(port.logged())
        .isEqualTo(
            "sidelight: port: answering on http://127.0.0.1:"
                + side.port()
                + "/metrics and /health\n");
  }

  @Test
  void anInterruptedThreadKeepsServing() throws Exception {
    int number = port.start();
    for (int i = 0; i < 5; i++) {
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("sidelight-port"))
          .forEach(Thread::interrupt);
    }
    await().ignoreExceptions().until(() -> Http.status(Http.get(number, "/livez")) == 200);
  }
}
