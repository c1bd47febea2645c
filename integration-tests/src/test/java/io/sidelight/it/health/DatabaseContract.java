// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What health says of a pool while its database stops, hangs, cannot be reached and is back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseContract {

  private static final String DATABASE = "database";

  abstract void startServer() throws Exception;

  abstract void stopServer() throws Exception;

  /** Where the server listens, the same after each start. */
  abstract int port();

  abstract List<ProcessHandle> processes();

  abstract String product();

  abstract String driver();

  abstract String url(int port);

  abstract String user();

  @BeforeAll
  final void begin() throws Exception {
    startServer();
  }

  @AfterAll
  final void end() throws Exception {
    stopServer();
  }

  /** Each JDK and each version, not each pair. */
  static Stream<Arguments> combinations() {
    List<Jdk> jdks = Jdk.all();
    return Stream.of(
        Arguments.of(jdks.get(0), "lowest"), Arguments.of(jdks.get(jdks.size() - 1), "latest"));
  }

  @ParameterizedTest(name = "{0}, {1} version")
  @MethodSource("combinations")
  void aDatabaseComesAndGoes(Jdk jdk, String version) throws Exception {
    try (Line line = new Line(port());
        Watched watched = new Watched(program(jdk, version, line))) {
      idle(watched);
      used(watched);
      watched.program.awaitScrape(scrape -> watched.code("/health/ready") == 200);
      try (Prober live = new Prober(watched.program.sidePort(), "/health/live", 200);
          Prober ready = new Prober(watched.program.sidePort(), "/health/ready", 200)) {
        stoppedAndRestarted(watched);
        frozen(watched);
        silent(watched, line);
        exhausted(watched);
        assertThat(live.wrong()).isZero();
        assertThat(ready.wrong()).isZero();
        assertThat(live.right()).isGreaterThan(1_000);
      }
      gone(watched);
    }
  }

  private Victim program(Jdk jdk, String version, Line line) {
    return Victim.main("io.sidelight.it.apps.health.DatabaseMain")
        .on(jdk)
        .app("plain")
        .app("health")
        .app("jdbc", "pools-" + version, driver() + "-" + version)
        .args(url(line.port()), user());
  }

  /** Nobody uses it, so it is asked; of that no metric tells. */
  private void idle(Watched watched) {
    assertThat(watched.status(DATABASE)).isEqualTo("absent");
    watched.run("open");
    assertThat(watched.await(DATABASE, "unknown").path("message").asText())
        .isEqualTo("orders: not used yet");
    watched.run("query");
    double queries = watched.program.scrape().sum("db_queries_total");

    JsonNode found = watched.await(DATABASE, "healthy");

    assertThat(found.path("message").asText()).isEqualTo("1 of 1 reachable");
    watched.program.awaitScrape(
        scrape ->
            watched
                .component(DATABASE)
                .at("/instances/orders/details/product")
                .asText()
                .equals(product()));
    JsonNode orders = watched.component(DATABASE).at("/instances/orders");
    assertThat(orders.path("source").asText()).isEqualTo("active");
    assertThat(orders.at("/details/max").asInt()).isEqualTo(3);
    Scrape scrape = watched.program.scrape();
    assertThat(scrape.sum("db_queries_total")).isEqualTo(queries);
    assertThat(scrape.sum("db_connection_acquire_seconds_count")).isEqualTo(1);
    assertThat(scrape.sum("db_connection_usage_seconds_count")).isEqualTo(1);
    assertThat(scrape.value("health_check_status", "component", DATABASE)).isEqualTo(1);
    assertThat(scrape.value("health_check_last_success_timestamp_seconds", "component", DATABASE))
        .isGreaterThan(1.7e9);
    assertThat(scrape.has("health_check_duration_seconds", "component", DATABASE)).isTrue();
  }

  /** What the application does is the proof. */
  private static void used(Watched watched) {
    double queries = watched.program.scrape().sum("db_queries_total");
    watched.run("query");

    assertThat(watched.component(DATABASE).path("source").asText()).isEqualTo("passive");
    Scrape scrape = watched.program.scrape();
    assertThat(scrape.sum("db_queries_total")).isEqualTo(queries + 1);
    assertThat(scrape.sum("db_connection_acquire_seconds_count")).isEqualTo(2);
  }

  private void stoppedAndRestarted(Watched watched) throws Exception {
    stopServer();
    JsonNode down = watched.await(DATABASE, "unhealthy");
    assertThat(down.path("message").asText()).startsWith("orders: ");
    assertThat(watched.code("/health")).isEqualTo(503);
    assertThat(watched.code("/health/database")).isEqualTo(503);
    assertThat(watched.code("/health/live")).isEqualTo(200);
    Scrape scrape =
        watched.program.awaitScrape(each -> each.sum("health_check_failures_total") > 0);
    assertThat(scrape.value("health_check_status", "component", DATABASE)).isZero();
    watched.program.awaitStderr("sidelight: health: database is unhealthy: ");

    startServer();
    watched.await(DATABASE, "healthy");
    assertThat(watched.code("/health")).isEqualTo(200);
    watched.program.awaitStderr("sidelight: health: database is healthy again");
  }

  private void frozen(Watched watched) throws Exception {
    List<ProcessHandle> processes = processes();
    double threads = threads(watched);
    Signals.freeze(processes);
    try {
      watched.await(DATABASE, "unhealthy");
      Thread.sleep(3_000); // several intervals
      assertThat(watched.status(DATABASE)).isEqualTo("unhealthy");
      assertThat(threads(watched)).as("threads").isLessThanOrEqualTo(threads + 4);
    } finally {
      Signals.thaw(processes);
    }
    watched.await(DATABASE, "healthy");
  }

  private static double threads(Watched watched) {
    return watched.program.scrape().value("jvm_threads_current");
  }

  private static void silent(Watched watched, Line line) throws Exception {
    line.silence();
    watched.await(DATABASE, "unhealthy");
    line.speak();
    watched.await(DATABASE, "healthy");
  }

  private static void exhausted(Watched watched) {
    watched.run("query");
    watched.run("exhaust");
    JsonNode degraded = watched.await(DATABASE, "degraded");
    assertThat(degraded.path("message").asText())
        .isEqualTo("orders: exhausted: all 3 in use, 1 waiting");
    assertThat(watched.health().path("status").asText()).isEqualTo("degraded");
    assertThat(watched.code("/health")).isEqualTo(200);
    assertThat(watched.program.scrape().value("health_check_status", "component", DATABASE))
        .isEqualTo(0.5);
    watched.run("release");
    watched.await(DATABASE, "healthy");
  }

  private static void gone(Watched watched) {
    watched.run("close");
    watched.await(DATABASE, "absent");
    assertThat(watched.program.scrape().has("health_check_status", "component", DATABASE))
        .isFalse();
  }
}
