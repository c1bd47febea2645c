// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sidelight.core.metrics.AgentMetrics;
import io.sidelight.spi.MetricSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class PagesTest {

  @RegisterExtension final TestPort side = new TestPort();

  @Test
  void metricsAreTextByDefault() throws Exception {
    new AgentMetrics(side.store, "1.0", "abc");
    String response = Http.get(side.start(), "/metrics?name[]=sidelight_build_info");

    assertThat(response)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
        .contains("\r\nX-Content-Type-Options: nosniff\r\n");
    assertThat(Http.body(response))
        .isEqualTo(
            """
            # HELP sidelight_build_info The agent's version.
            # TYPE sidelight_build_info gauge
            sidelight_build_info{revision="abc",version="1.0"} 1
            """);
  }

  @Test
  void metricsAreOpenMetricsAndZippedIfAsked() throws Exception {
    int port = side.start();

    String open = Http.get(port, "/metrics", "Accept: application/openmetrics-text\r\n");
    assertThat(open).contains("Content-Type: application/openmetrics-text; version=1.0.0");
    assertThat(open).endsWith("# EOF\n");

    try (Socket socket = Http.connect(port)) {
      String coding = "Accept-Encoding: deflate, gzip;q=0.5\r\n";
      Http.send(
          socket, "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + coding + "\r\n");
      byte[] all = socket.getInputStream().readAllBytes();
      String head = new String(all, StandardCharsets.ISO_8859_1);
      int body = head.indexOf("\r\n\r\n") + 4;
      assertThat(head).contains("Content-Encoding: gzip\r\n");
      byte[] text =
          new GZIPInputStream(new ByteArrayInputStream(all, body, all.length - body))
              .readAllBytes();
      assertThat(new String(text, StandardCharsets.UTF_8)).contains("\njvm_threads_current ");
    }
    assertThat(Http.get(port, "/metrics", "Accept-Encoding: gzip;q=0\r\n"))
        .doesNotContain("Content-Encoding");
  }

  @Test
  void tooManyNamesAreRefused() throws Exception {
    int port = side.start();
    assertThat(Http.status(Http.get(port, "/metrics?" + "name[]=a&".repeat(100)))).isEqualTo(200);
    assertThat(Http.status(Http.get(port, "/metrics?" + "name[]=a&".repeat(101)))).isEqualTo(400);
  }

  @Test
  void healthIsAnsweredUnderAllItsNames() throws Exception {
    int port = side.start();
    for (String path : List.of("/health", "/health/live", "/livez", "/-/healthy")) {
      assertThat(Http.status(Http.get(port, path))).as(path).isEqualTo(200);
    }
    for (String path : List.of("/health/ready", "/readyz", "/-/ready", "/health/started")) {
      assertThat(Http.status(Http.get(port, path))).as(path).isEqualTo(503);
    }
    side.health.serving();
    for (String path : List.of("/health/ready", "/readyz", "/-/ready", "/health/started")) {
      assertThat(Http.status(Http.get(port, path))).as(path).isEqualTo(200);
    }
    assertThat(Http.get(port, "/health?format=ietf"))
        .contains("Content-Type: application/health+json", "Cache-Control: no-store\r\n");
    assertThat(Http.body(Http.get(port, "/health/sidelight?format=text"))).isEqualTo("healthy\n");
    assertThat(Http.status(Http.get(port, "/health/database"))).isEqualTo(404);
    assertThat(Http.status(Http.get(port, "/health?format=yaml"))).isEqualTo(400);
  }

  @Test
  void manyScrapesAtATimeAllSucceed() throws Exception {
    int port = side.start();
    ExecutorService clients = Executors.newFixedThreadPool(50);
    try {
      List<Callable<String>> scrapes = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        scrapes.add(() -> Http.get(port, "/metrics"));
      }
      for (Future<String> scrape : clients.invokeAll(scrapes)) {
        assertThat(Http.status(scrape.get())).isEqualTo(200);
        assertThat(scrape.get()).contains("jvm_threads_current");
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void moreThanEightDifferentScrapesAtATimeAreRefused() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    side.store.gauge(
        MetricSpec.gauge("slow", "Slow"),
        () -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            return 0;
          }
          return 1;
        });
    int port = side.start();
    List<Socket> sockets = new ArrayList<>();
    try {
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        Socket socket = Http.connect(port);
        sockets.add(socket);
        Http.send(socket, "GET /metrics?name[]=slow&name[]=n" + i + " HTTP/1.1\r\nHost: x\r\n\r\n");
      }
      await().until(() -> answered(sockets) != null);
      Socket unlucky = Objects.requireNonNull(answered(sockets));
      sockets.remove(unlucky);
      String refused = Http.readOne(unlucky.getInputStream());
      unlucky.close();
      assertThat(refused).startsWith("HTTP/1.1 503 ").contains("\r\nRetry-After: 1\r\n");
      assertThat(Http.status(Http.get(port, "/livez"))).isEqualTo(200);
      go.countDown();
      for (Socket socket : sockets) {
        answers.add(Http.readOne(socket.getInputStream()));
      }
      assertThat(answers).allMatch(answer -> answer.endsWith("\nslow 1.0\n"));
    } finally {
      go.countDown();
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private static @Nullable Socket answered(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      if (socket.getInputStream().available() > 0) {
        return socket;
      }
    }
    return null;
  }
}
