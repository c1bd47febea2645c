// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class SlowClientsTest {

  @RegisterExtension final TestPort side = new TestPort();

  private static final MetricSpec WIDE =
      MetricSpec.counter("wide_total", "Wide").label(Label.capped("value", "any", 10_000));

  @Test
  void slowClientsDisturbNobody() throws Exception {
    for (int i = 0; i < 5000; i++) {
      side.store.counter(WIDE).series("value" + i).add(1);
    }
    Set<Thread> earlier = ourThreads();
    int port = side.start();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket dribbling = Http.connect(port);
        Http.send(dribbling, "GET /met");
        slow.add(dribbling);
        Socket deaf = new Socket();
        deaf.setReceiveBufferSize(1024);
        deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Http.send(deaf, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
        slow.add(deaf);
      }
      int threads = 0;
      List<Long> nanos = new ArrayList<>();
      for (int round = 0; round < 20; round++) {
        for (int i = 0; i < slow.size(); i += 2) {
          dribble(slow.get(i));
        }
        long begin = System.nanoTime();
        assertThat(Http.status(Http.get(port, "/health/live"))).isEqualTo(200);
        nanos.add(System.nanoTime() - begin);
        assertThat(Http.status(Http.get(port, "/metrics"))).isEqualTo(200);
        Set<Thread> ours = ourThreads();
        ours.removeAll(earlier);
        threads = Math.max(threads, ours.size());
      }
      assertThat(threads).isLessThanOrEqualTo(3);
      // The median, because the machine that runs this test has other things to do.
      nanos.sort(null);
      assertThat(nanos.get(10)).isLessThan(200_000_000L);
      assertThat(nanos.get(19)).isLessThan(5_000_000_000L);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void dribble(Socket socket) {
    try {
      Http.send(socket, "r");
    } catch (IOException e) {
      // Its time was up.
    }
  }

  private static Set<Thread> ourThreads() {
    Set<Thread> ours = new HashSet<>(Thread.getAllStackTraces().keySet());
    ours.removeIf(thread -> !thread.getName().startsWith("sidelight-"));
    assertThat(ours)
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getContextClassLoader() == null);
    return ours;
  }

  @Test
  void clientsThatTakeTooLongLoseTheirConnection() throws Exception {
    int port = side.start(Limits.forTests(100));
    try (Socket silent = Http.connect(port);
        Socket half = Http.connect(port);
        Socket idle = Http.connect(port)) {
      Http.send(half, "GET /livez HTTP/1.1\r\n");
      Http.send(idle, "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
      assertThat(half.getInputStream().read()).isEqualTo(-1);
      assertThat(new String(idle.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"alive\"");
    }
  }

  @Test
  void aNewClientTakesThePlaceOfTheSlowest() throws Exception {
    int port = side.start(Limits.forTests(10));
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        slow.add(Http.connect(port));
      }
      assertThat(Http.status(Http.get(port, "/livez"))).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}
