// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.embedded.RedisServer;

/** What health says of clients of Redis while it stops, hangs, cannot be reached and is back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisHealthTest {

  private static final String REDIS = "redis_pool";

  /** What clients send on their own when they connect. */
  private static final List<String> HOUSEKEEPING = List.of("HELLO", "CLIENT", "QUIT");

  private final int port = freePort();
  private RedisServer server;

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeAll
  void startServer() throws IOException {
    server = RedisServer.newRedisServer().port(port).build();
    server.start();
  }

  @AfterAll
  void stopServer() throws IOException {
    server.stop();
  }

  /** Each JDK and each version, not each pair. */
  static Stream<Arguments> combinations() {
    List<Jdk> jdks = Jdk.all();
    Jdk first = jdks.get(0);
    Jdk last = jdks.get(jdks.size() - 1);
    return Stream.of(
        Arguments.of(first, "Jedis", "jedis", "jedis-2.9.0"),
        Arguments.of(last, "Jedis", "jedis", "jedis-3.0.0"),
        Arguments.of(first, "Jedis", "jedis4", "jedis-4.0.0"),
        Arguments.of(last, "Jedis", "jedis4", "jedis-latest"),
        Arguments.of(first, "Lettuce", "lettuce", "lettuce-5.0.0"),
        Arguments.of(last, "Lettuce", "lettuce", "lettuce-latest"));
  }

  @ParameterizedTest(name = "{0}, {3}")
  @MethodSource("combinations")
  void redisComesAndGoes(Jdk jdk, String client, String app, String libraries) throws Exception {
    try (Line line = new Line(port);
        Watched watched = new Watched(program(jdk, app, libraries, line))) {
      assertThat(watched.status(REDIS)).isEqualTo("absent");
      watched.run("open" + client);
      watched.await(REDIS, "healthy");
      isAskedInSilence(watched);
      try (Prober live = new Prober(watched.program.sidePort(), "/health/live", 200)) {
        stoppedAndRestarted(watched);
        frozen(watched);
        silent(watched, line);
        assertThat(live.wrong()).isZero();
      }
      watched.run("use" + client);
      if (client.equals("Lettuce")) {
        leavesTransactionsAlone(watched);
      }
      watched.run("close" + client);
      watched.await(REDIS, "absent");
    }
  }

  private static Victim program(Jdk jdk, String app, String libraries, Line line) {
    return Victim.main("io.sidelight.it.apps.health.RedisMain")
        .on(jdk)
        .app("plain")
        .app("health")
        .app(app, libraries)
        .args(Integer.toString(line.port()));
  }

  /** Two intervals without a command of the application: asked, and not counted. */
  private static void isAskedInSilence(Watched watched) {
    watched.program.awaitScrape(
        scrape -> watched.component(REDIS).path("source").asText().equals("active"));
    Scrape scrape = watched.program.scrape();
    assertThat(
            scrape.samples().stream()
                .filter(sample -> sample.name().equals("redis_commands_total"))
                .map(sample -> sample.labels().get("command"))
                .filter(command -> !HOUSEKEEPING.contains(command)))
        .containsExactly("SET");
    assertThat(scrape.value("health_check_status", "component", REDIS)).isEqualTo(1);
  }

  private void stoppedAndRestarted(Watched watched) throws Exception {
    stopServer();
    JsonNode down = watched.await(REDIS, "unhealthy");
    assertThat(down.path("message").asText()).contains(": ");
    assertThat(watched.code("/health")).isEqualTo(503);
    startServer();
    watched.await(REDIS, "healthy");
  }

  private void frozen(Watched watched) throws Exception {
    List<ProcessHandle> processes =
        ProcessHandle.current()
            .children()
            .filter(each -> each.info().command().orElse("").contains("redis"))
            .toList();
    assertThat(processes).hasSize(1);
    Signals.freeze(processes);
    try {
      watched.await(REDIS, "unhealthy");
    } finally {
      Signals.thaw(processes);
    }
    watched.await(REDIS, "healthy");
  }

  private static void silent(Watched watched, Line line) throws Exception {
    line.silence();
    watched.await(REDIS, "unhealthy");
    line.speak();
    watched.await(REDIS, "healthy");
  }

  /** On a connection that is in one, nobody else may send anything. */
  private static void leavesTransactionsAlone(Watched watched) throws Exception {
    watched.run("beginTransaction");
    Thread.sleep(3_000); // three intervals, in which it would be asked
    watched.run("endTransaction");
    assertThat(watched.program.awaitLine("replies ")).isEqualTo("replies 0");
  }
}
