// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** A few requests of each kind to the application at {@code /app}. */
final class Requests {

  private static final String FIRST = "/app/things/first";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  Requests(int port) {
    this.port = port;
  }

  /** Until the server has deployed the application. */
  void awaitApplication() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> status(FIRST) == 200);
  }

  /** Statements, through the server's data source. */
  void executeStatements() throws IOException, InterruptedException {
    assertThat(status("/app/sql")).isEqualTo(200);
  }

  void send() throws IOException, InterruptedException {
    for (int i = 0; i < 5; i++) {
      assertThat(status("/app/hello")).isEqualTo(200);
    }
    assertThat(status("/app/things/4711")).isEqualTo(200);
    assertThat(status("/app/forward")).isEqualTo(200);
    assertThat(status("/app/async/thread")).isEqualTo(200);
    assertThat(status("/app/async/dispatch")).isEqualTo(200);
    assertThat(status("/app/status?202")).isEqualTo(202);
    assertThat(status("/app/nowhere")).isEqualTo(404);
    assertThat(status("/elsewhere")).isEqualTo(404);
  }

  /**
   * Sends them, and asserts that exactly these were counted.
   *
   * @param notFound how many of the two that lead nowhere; one of them is for no application
   */
  void sendAndAssertCounted(VictimProcess server, int notFound)
      throws IOException, InterruptedException {
    Map<String, Integer> before = counts(server.scrape());
    send();
    Scrape last =
        server.awaitScrape(
            scrape ->
                counts(scrape).values().stream().mapToInt(count -> count).sum()
                    >= before.values().stream().mapToInt(count -> count).sum() + 10 + notFound);
    Map<String, Integer> counted = counts(last);
    before.forEach((name, count) -> counted.merge(name, -count, Integer::sum));
    counted.values().removeIf(count -> count == 0);
    assertThat(counted)
        .isEqualTo(
            Map.of(
                "/app/hello 200", 5,
                "/app/things/:id 200", 1,
                "/app/forward 200", 1,
                "/app/async/thread 200", 1,
                "/app/async/dispatch 200", 1,
                "/app/status 202", 1,
                "NOT_FOUND 404", notFound));
    server.awaitScrape(scrape -> scrape.value("http_requests_in_flight") == 0);
  }

  private static Map<String, Integer> counts(Scrape scrape) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Scrape.Sample sample : scrape.samples()) {
      String endpoint = sample.labels().getOrDefault("endpoint", "");
      if (sample.name().equals("http_requests_total") && !endpoint.equals(FIRST)) {
        String name = endpoint + " " + sample.labels().get("status");
        counts.merge(name, (int) sample.value(), Integer::sum); // over applications
      }
    }
    return counts;
  }

  private int status(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
