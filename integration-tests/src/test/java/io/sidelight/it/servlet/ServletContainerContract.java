// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What requests of any servlet container must look like in a scrape: each is counted once, with the
 * status that the client received. Subclasses only say how the container is started, with the
 * application of {@code apps/servlet-javax} at {@code /app} and nothing at the root.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("io.sidelight.testkit.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets the parameter, then calls start
public abstract class ServletContainerContract {

  private static final String REQUESTS = "http_requests_total";
  private static final String DURATION = "http_request_duration_seconds";
  private static final String SIZE = "http_response_size_bytes";
  private static final String REQUEST_SIZE = "http_request_size_bytes";
  private static final String IN_FLIGHT = "http_requests_in_flight";

  @Parameter Jdk jdk;

  private VictimProcess container;
  private Client client;
  private int unmeasured;

  /** A program that serves the application and says {@code port <n>}. */
  protected abstract Victim container();

  /** How a request line that is none is counted. */
  protected Map<String, Integer> refused() {
    return Map.of("OTHER UNKNOWN 400", 1);
  }

  /** What a form sent in UTF-8 becomes; the servlet API's default is ISO-8859-1. */
  protected String formInTheDefaultCharset() {
    return "J\u00c3\u00b6rg";
  }

  @BeforeParameterizedClassInvocation
  void start() {
    unmeasured = 0;
    container =
        container().on(jdk).agent("http.slow-threshold=50ms,http.request-size=true").start();
    client = new Client(Integer.parseInt(container.awaitValue("port ")));
  }

  /** Also fails if one request was counted twice, late, or never left. */
  @AfterParameterizedClassInvocation
  void stop() {
    try (VictimProcess stopping = container) {
      Scrape last = stopping.awaitScrape(scrape -> scrape.sum(IN_FLIGHT) == 0);
      assertThat(last.sum(REQUESTS)).isEqualTo(client.sent() - unmeasured);
      assertThat(last.sum("http_request_errors_total")).isPositive().isEqualTo(serverErrors(last));
      assertThat(last.sum("http_slow_requests_total"))
          .isPositive()
          .isEqualTo(last.sum(DURATION + "_count") - last.sum(DURATION + "_bucket", "le", "0.05"));
      assertThat(last.labels(REQUESTS, "endpoint")).noneMatch(name -> name.matches(".*[0-9;?].*"));
    }
  }

  private static double serverErrors(Scrape scrape) {
    return scrape.samples().stream()
        .filter(sample -> sample.name().equals(REQUESTS))
        .filter(sample -> sample.labels().getOrDefault("status", "").startsWith("5"))
        .mapToDouble(Scrape.Sample::value)
        .sum();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/app/hello,                    200, /app/hello",
    "/app/hello;jsessionid=ABC123,  200, /app/hello",
    "/app/things/4711?a=b,          200, /app/things/:id",
    "/app/orders/list.do,           200, /app/orders/list.do",
    "/app/status?204,               204, /app/status",
    "/app/status?418,               418, /app/status",
    "/app/missing/x,                404, NOT_FOUND",
    "/app/nowhere,                  404, NOT_FOUND",
    "/elsewhere,                    404, NOT_FOUND",
    "/app/style.css,                200, static",
    "/app/redirect,                 302, /app/redirect",
    "/app/moved/x,                  302, REDIRECTION",
    "/app/forward,                  200, /app/forward",
    "/app/include,                  200, /app/include",
    "/app/mvc/1,                    200, /app/mvc/orders/{id}",
    "/app/mvc/1/forwarded,          200, /app/mvc/orders/{id}",
    "/app/send-error,               410, /app/send-error",
    "/app/throws,                   500, /app/throws",
    "/app/throws-with-page,         500, /app/throws-with-page",
    "/app/overflows,                500, /app/overflows",
    "/app/guarded/x,                401, UNKNOWN",
    "/app/answered/x,               200, /app/answered/x",
    "/app/filtered/throws,          500, /app/filtered/throws",
    "/app/async/thread,             200, /app/async/thread",
    "/app/async/accepted,           202, /app/async/accepted",
    "/app/async/immediate,          200, /app/async/immediate",
    "/app/async/immediate-elsewhere,200, /app/async/immediate-elsewhere",
    "/app/async/send-error,         502, /app/async/send-error",
    "/app/async/dispatch,           200, /app/async/dispatch",
    "/app/async/dispatch-now,       200, /app/async/dispatch-now",
    "/app/async/again,              203, /app/async/again",
    "/app/async/dispatch-to-error,  410, /app/async/dispatch-to-error",
    "/app/async/timeout,            500, /app/async/timeout",
    "/app/async/timeout-handled,    503, /app/async/timeout-handled",
  })
  void isCountedOnceWithTheStatusThatTheClientReceived(String path, int status, String endpoint) {
    Map<String, Integer> counted =
        countedWhile(1, () -> assertThat(client.get(path).statusCode()).isEqualTo(status));

    assertThat(counted).isEqualTo(Map.of("GET " + endpoint + " " + status, 1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/app/slow,                      0.06",
    "/app/async/thread,              0.06",
    "/app/async/dispatch,            0.06",
    "/app/async/again,               0.06",
    "/app/async/immediate-elsewhere, 0.05",
    "/app/async/timeout-handled,     0.1",
  })
  void itsDurationIsTheWholeOne(String path, double atLeast) {
    double before = container.scrape().sum(DURATION + "_sum", "endpoint", path);

    countedWhile(1, () -> client.get(path));

    double after = container.scrape().sum(DURATION + "_sum", "endpoint", path);
    assertThat(after - before).isBetween(atLeast, 10.0);
  }

  /** The chunks' own heads may be in it, as in containers' access logs. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/app/hello", "/app/style.css", "/app/async/thread", "/app/send-error"})
  void theSizeIsThatOfTheBodyThatWasSent(String path) {
    double before = container.scrape().sum(SIZE + "_sum");
    double responses = container.scrape().sum(SIZE + "_count");
    byte[][] body = new byte[1][];

    countedWhile(1, () -> body[0] = client.get(path).body().getBytes(UTF_8));

    Scrape after = container.scrape();
    assertThat(after.sum(SIZE + "_count") - responses).isEqualTo(1);
    assertThat(after.sum(SIZE + "_sum") - before)
        .isBetween((double) body[0].length, body[0].length + 64.0);
    assertThat(body[0]).isNotEmpty();
  }

  @Test
  void theSizeOfARequestIsWhatTheClientAnnounced() {
    double before = container.scrape().sum(REQUEST_SIZE + "_sum");
    double bodies = container.scrape().sum(REQUEST_SIZE + "_count");

    countedWhile(
        3,
        () -> {
          client.send("POST", "/app/form", "name=J%C3%B6rg");
          client.send("POST", "/app/async/thread", "0123456789");
          client.write(1, line("/app/hello"));
        });

    Scrape after = container.scrape();
    assertThat(after.sum(REQUEST_SIZE + "_sum") - before).isEqualTo(24);
    assertThat(after.sum(REQUEST_SIZE + "_sum", "endpoint", "/app/async/thread")).isEqualTo(10);
    assertThat(after.sum(REQUEST_SIZE + "_count") - bodies).isEqualTo(2);
  }

  @Test
  void aSizeThatIsNoNumberCostsNoRequest() {
    String request = "POST /app/hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n";
    String[] answer = new String[1];
    Map<String, Integer> counted = countedWhile(1, () -> answer[0] = client.write(1, request));

    assertThat(counted.values()).containsExactly(1);
    assertThat(counted.keySet())
        .allMatch(name -> answer[0].startsWith("HTTP/1.1 " + name.substring(name.length() - 3)))
        .allMatch(name -> name.matches(".* (400|500)")); // the latter: early versions of Tomcat 9
  }

  @Test
  void whatBelongsToAnApplicationHasItsContextPath() {
    double all = container.scrape().sum(REQUESTS, "endpoint", "NOT_FOUND");
    double inside = container.scrape().sum(REQUESTS, "endpoint", "NOT_FOUND", "app", "/app");

    countedWhile(
        3,
        () -> {
          client.get("/elsewhere");
          client.get("/app/nowhere");
          client.get("/app/hello");
        });

    Scrape after = container.scrape();
    assertThat(after.sum(REQUESTS, "endpoint", "NOT_FOUND") - all).isEqualTo(2);
    assertThat(after.sum(REQUESTS, "endpoint", "NOT_FOUND", "app", "/app") - inside).isEqualTo(1);
    assertThat(after.sum(REQUESTS, "endpoint", "/app/hello", "app", "/app")).isPositive();
    assertThat(after.labels(DURATION + "_count", "app")).containsExactly("/app");
  }

  @Test
  void methodsAreAClosedSet() {
    Map<String, Integer> counted =
        countedWhile(
            4,
            () -> {
              client.send("HEAD", "/app/hello", "");
              client.send("POST", "/app/hello", "");
              client.send("OPTIONS", "/app/hello", "");
              client.send("BREW", "/app/hello", "");
            });

    assertThat(counted)
        .isEqualTo(
            Map.of(
                "HEAD /app/hello 200", 1,
                "POST /app/hello 200", 1,
                "OPTIONS /app/hello 200", 1,
                "OTHER /app/hello 501", 1));
  }

  @Test
  void whatLeavesAServletOrFilterIsCountedOnceByItsClass() {
    Scrape before = container.scrape();
    countedWhile(
        3,
        () -> {
          client.get("/app/throws");
          client.get("/app/filtered/throws");
          client.get("/app/throws-with-page");
        });
    Scrape after = container.scrape();

    assertThat(errors(after, "IllegalArgumentException"))
        .isEqualTo(errors(before, "IllegalArgumentException") + 2);
    assertThat(errors(after, "IllegalStateException"))
        .isEqualTo(errors(before, "IllegalStateException") + 1);
  }

  private static double errors(Scrape scrape, String type) {
    return scrape.valueOrZero("errors_total", "type", type, "component", "http");
  }

  @Test
  void aResponseThatBreaksOffKeepsTheStatusThatWasSent() {
    Map<String, Integer> counted =
        countedWhile(
            1, () -> assertThat(client.write(1, line("/app/throws-late"))).contains("200"));

    assertThat(counted).isEqualTo(Map.of("GET /app/throws-late 200", 1));
  }

  /** Tomcat 10.1.0 closes the connection then, with or without an agent. */
  @Test
  void anExceptionAfterStartAsyncIsCountedOnce() {
    Map<String, Integer> counted =
        countedWhile(1, () -> client.write(1, line("/app/async/throws")));

    assertThat(counted).isEqualTo(Map.of("GET /app/async/throws 500", 1));
  }

  @Test
  void aClientThatGoesAwayIsCountedOnce() {
    Map<String, Integer> counted = countedWhile(1, () -> client.giveUp("/app/endless"));

    assertThat(counted).isEqualTo(Map.of("GET /app/endless 200", 1));
  }

  @Test
  void whatIsNoRequestIsCountedOnce() {
    Map<String, Integer> counted =
        countedWhile(
            1, () -> assertThat(client.write(1, "nonsense\r\n\r\n")).startsWith("HTTP/1.1 400"));

    assertThat(counted).isEqualTo(refused());
  }

  @Test
  void aConnectionServesOneRequestAfterAnother() {
    Map<String, Integer> counted =
        countedWhile(
            3,
            () ->
                client.write(
                    3, open("/app/hello") + open("/app/async/thread") + line("/app/things/x")));

    assertThat(counted)
        .isEqualTo(
            Map.of(
                "GET /app/hello 200", 1,
                "GET /app/async/thread 200", 1,
                "GET /app/things/x 200", 1));
  }

  @Test
  void manyAtTheSameTimeAreNotMixedUp() {
    Map<String, Integer> counted =
        countedWhile(
            2_000,
            () -> {
              assertThat(client.getMany(1_000, "/app/async/short", 200)).isEqualTo(1_000);
              assertThat(client.getMany(1_000, "/app/hello", 200)).isEqualTo(1_000);
            });

    assertThat(counted)
        .isEqualTo(Map.of("GET /app/async/short 200", 1_000, "GET /app/hello 200", 1_000));
    assertThat(container.awaitScrape(scrape -> scrape.value(IN_FLIGHT) == 0)).isNotNull();
  }

  @Test
  void aRequestThatWaitsIsInFlight() {
    CompletableFuture<Integer> waiting = client.getLater("/app/async/hold");

    container.awaitScrape(scrape -> scrape.value(IN_FLIGHT) == 1);
    client.get("/app/async/release");

    assertThat(waiting.join()).isEqualTo(200);
    container.awaitScrape(scrape -> scrape.value(IN_FLIGHT) == 0);
  }

  /** Whether the container knows how many of its threads work. */
  protected boolean knowsBusyThreads() {
    return true;
  }

  @Test
  void theServerTellsHowBusyItIs() {
    String threads = "http_connector_threads_busy";
    if (!knowsBusyThreads()) {
      assertThat(container.scrape().labels(threads, "connector")).isEmpty();
      return;
    }
    CompletableFuture<Long> served =
        CompletableFuture.supplyAsync(() -> client.getMany(400, "/app/slow", 200));

    Scrape busy = container.awaitScrape(scrape -> scrape.sum(threads) >= 4);

    assertThat(served.join()).isEqualTo(400);
    assertThat(busy.labels(threads, "connector")).hasSize(1);
    assertThat(busy.sum(threads)).isLessThanOrEqualTo(busy.sum("http_connector_threads_max"));
    assertThat(busy.sum("http_connector_threads_current")).isBetween(4.0, 200.0);
    assertThat(busy.sum("http_connector_queued")).isNotNegative();
  }

  @Test
  void pathsOfProbesAreNotCounted() {
    Map<String, Integer> counted =
        countedWhile(
            1,
            () -> {
              client.get("/healthz");
              client.get("/actuator/health/liveness");
              client.get("/app/hello");
              unmeasured += 2;
            });

    assertThat(counted).isEqualTo(Map.of("GET /app/hello 200", 1));
  }

  @Test
  void theApplicationReadsItsRequestAsBefore() {
    Map<String, Integer> counted =
        countedWhile(
            1,
            () ->
                assertThat(client.send("POST", "/app/form", "name=J%C3%B6rg").body())
                    .isEqualTo(formInTheDefaultCharset()));

    assertThat(counted).isEqualTo(Map.of("POST /app/form 200", 1));
  }

  @Test
  void theApplicationHasStarted() {
    assertThat(container.get("/health/started").status()).isEqualTo(200);
  }

  private static String open(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private static String line(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  }

  /** What was counted, as {@code method endpoint status}, when that many more requests were. */
  private Map<String, Integer> countedWhile(int requests, Runnable action) {
    Scrape before = container.scrape();
    action.run();
    Scrape after =
        container.awaitScrape(scrape -> scrape.sum(REQUESTS) >= before.sum(REQUESTS) + requests);
    Map<String, Integer> counted = counts(after);
    counts(before).forEach((name, count) -> counted.merge(name, -count, Integer::sum));
    counted.values().removeIf(count -> count == 0);
    return counted;
  }

  private static Map<String, Integer> counts(Scrape scrape) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Scrape.Sample sample : scrape.samples()) {
      if (sample.name().equals(REQUESTS)) {
        Map<String, String> labels = sample.labels();
        String name =
            labels.get("method") + " " + labels.get("endpoint") + " " + labels.get("status");
        counts.merge(name, (int) sample.value(), Integer::sum);
      }
    }
    return counts;
  }
}
