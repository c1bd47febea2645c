// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProbeTest {

  private final RecordedMeters meters = new RecordedMeters();
  private final HttpProbe probe = new HttpProbe(meters, meters, List.of(), List.of());

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "GET,  /o/{id}, /o/7,     200, GET /o/{id} 200",
        "GET,  /o/{id}, /o/7,     404, GET /o/{id} 404",
        "GET,  /**,     /o/7,     200, GET /o/:id 200",
        "GET,  /s/**,   /s/a.css, 200, GET static 200",
        "GET,  -,       /o/7,     200, GET /o/:id 200",
        "GET,  -,       /o/7,     404, GET NOT_FOUND 404",
        "GET,  -,       /o/7,     302, GET REDIRECTION 302",
        "GET,  -,       /a.css,   304, GET REDIRECTION 304",
        "GET,  -,       /o/7,     500, GET /o/:id 500",
        "GET,  -,       /o/7,     401, GET UNKNOWN 401",
        "get,  /o,      /o,       200, OTHER /o 200",
        "BREW, /o,      /o,       200, OTHER /o 200",
        "-,    -,       -,        400, OTHER UNKNOWN 400",
        "GET,  /o,      /o,       0,   GET /o 0",
        "GET,  /o,      /o,       999, GET /o 0",
        "GET,  /o,      /o,       -1,  GET /o 0",
      })
  void aRequestHasMethodEndpointAndStatus(
      @Nullable String method,
      @Nullable String route,
      @Nullable String path,
      int status,
      String series) {
    probe.end(1, 0, route, method, path, status, -1, -1);

    assertThat(meters.counts()).isEqualTo(Map.of(series, 1L));
  }

  @ParameterizedTest
  @CsvSource({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})
  void theStandardMethodsKeepTheirNames(String method) {
    probe.end(1, 0, "/o", method, "/o", 200, -1, -1);

    assertThat(meters.counts()).containsOnlyKeys(method + " /o 200");
  }

  @Test
  void statusesFrom500AreErrors() {
    for (int status : new int[] {0, 200, 404, 499, 500, 503, 599}) {
      probe.end(1, 0, "/o", "GET", "/o", status, -1, -1);
    }

    assertThat(meters.counts("http_request_errors_total")).isEqualTo(Map.of("GET /o", 3L));
  }

  @Test
  void theSizeOfAResponseIsRecordedWhereItIsKnown() {
    probe.end(1, 0, "/o", "GET", "/o", 200, -1, 0);
    probe.end(1, 0, "/o", "GET", "/o", 200, -1, 5_000_000_000L);
    probe.end(1, 0, "/o", "GET", "/o", 200, -1, -1);
    probe.end(0, 0, "/o", "GET", "/o", 400, -1, 300); // refused: not one of the application's

    assertThat(meters.distributions).isEqualTo(Map.of("GET /o", List.of(0L, 5_000_000_000L)));
  }

  @Test
  void theSizeOfARequestIsRecordedOnlyIfAskedFor() {
    probe.end(1, 0, "/o", "POST", "/o", 200, 7, -1);
    assertThat(probe.measuresBodies()).isFalse();
    assertThat(meters.distributions).isEmpty();

    meters.requestSize = true;
    HttpProbe asked = new HttpProbe(meters, meters, List.of(), List.of());
    asked.end(1, 0, "/o", "POST", "/o", 200, 7, -1);
    asked.end(1, 0, "/o", "POST", "/o", 200, -1, -1);
    asked.end(1, 0, "/o", "POST", "/o", 200, 0, -1);

    assertThat(asked.measuresBodies()).isTrue();
    assertThat(meters.distributions).isEqualTo(Map.of("POST /o", List.of(7L, 0L)));
  }

  @Test
  void applicationsAreToldApartByTheirContextPaths() {
    for (String contextPath : List.of("", "/shop", "/shop/admin", "/shop")) {
      assertThat(probe.prepare(new Object[] {contextPath, List.of("/*")})).isNotNull();
    }
    probe.end(1, 0, null, "GET", "/shop/nothing", 404, -1, -1);
    probe.end(1, 0, null, "GET", "/shop;a=b", 404, -1, -1);
    probe.end(1, 0, null, "GET", "/shop", 404, -1, -1);
    probe.end(1, 0, null, "GET", "/shopping", 404, -1, -1);
    probe.end(1, 0, null, "GET", "/shop/admin/a.css", 200, -1, -1);
    probe.end(1, 0, "/shop/admin/{id}", "GET", "/%73hop/admin/7", 200, -1, -1);
    probe.end(1, 0, null, "GET", "/", 200, -1, -1);
    probe.end(0, 0, null, null, null, 400, -1, -1);

    assertThat(meters.counts())
        .isEqualTo(
            Map.of(
                "GET NOT_FOUND 404 /shop", 3L,
                "GET NOT_FOUND 404", 1L,
                "GET static 200 /shop/admin", 1L,
                "GET /shop/admin/{id} 200 /shop/admin", 1L,
                "GET / 200", 1L,
                "OTHER UNKNOWN 400", 1L));
  }

  @Test
  void applicationsBeyondTheBoundCountAsTheOneAtTheRoot() {
    for (int i = 0; i < 60; i++) {
      probe.prepare(new Object[] {"/app" + i, List.of("/*")});
      probe.end(1, 0, null, "GET", "/app" + i + "/a.css", 200, -1, -1);
    }

    assertThat(meters.counts()).hasSize(51).containsEntry("GET static 200", 10L);
  }

  @Test
  void requestsWithStatementsAreCountedByHowMany() {
    probe.end(1, 0, "/static", "GET", "/static", 200, -1, -1);
    probe.end(1, 7, "/o", "GET", "/o", 200, -1, -1);
    probe.end(1, 1, "/o", "POST", "/o", 500, -1, -1);

    assertThat(meters.distributions).isEqualTo(Map.of("/o", List.of(7L, 1L)));
  }

  @Test
  void requestsAsLongAsTheThresholdAreSlow() {
    RecordedMeters strict = new RecordedMeters();
    strict.slowNanos = Duration.ofMinutes(1).toNanos();
    HttpProbe slow = new HttpProbe(strict, strict, List.of(), List.of());
    long now = System.nanoTime();
    slow.end(now, 0, "/o", "GET", "/o", 200, -1, -1);
    slow.end(now - Duration.ofMinutes(1).toNanos(), 0, "/o", "GET", "/o", 200, -1, -1);
    slow.end(now - Duration.ofMinutes(2).toNanos(), 0, "/p", "POST", "/p", 500, -1, -1);
    slow.end(0, 0, "/o", "GET", "/o", 400, -1, -1); // refused: nobody knows how long it took

    assertThat(strict.counts("http_slow_requests_total"))
        .isEqualTo(Map.of("GET /o", 1L, "POST /p", 1L));
  }

  @Test
  void anErrorOfTheClientNamesOnlyKnownEndpoints() {
    probe.end(1, 0, null, "GET", "/o/7", 403, -1, -1);
    probe.end(1, 0, null, "GET", "/o/7", 200, -1, -1);
    probe.end(1, 0, null, "GET", "/o/8", 403, -1, -1);
    probe.end(1, 0, "/routed", "GET", "/routed", 200, -1, -1);
    probe.end(1, 0, null, "GET", "/routed", 405, -1, -1);

    assertThat(meters.counts())
        .containsOnlyKeys(
            "GET UNKNOWN 403",
            "GET /o/:id 200",
            "GET /o/:id 403",
            "GET /routed 200",
            "GET /routed 405");
  }

  @Test
  void aScannerMakesFewSeries() {
    Random random = new Random(7);
    int[] statuses = {400, 401, 403, 404, 405, 301};
    for (int i = 0; i < 10_000; i++) {
      StringBuilder path = new StringBuilder("/");
      random.ints(12, 'a', 'z' + 1).forEach(c -> path.append((char) c));
      path.append(i % 3 == 0 ? ".php" : "");
      probe.end(1, 0, null, "M" + random.nextInt(), path.toString(), statuses[i % 6], -1, -1);
    }

    assertThat(meters.counts()).hasSize(6);
    assertThat(meters.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(10_000);
  }

  @Test
  void aRequestThatNobodySawBeginningHasNoDuration() {
    probe.end(0, 0, null, null, null, 400, -1, -1);

    assertThat(meters.counts()).isEqualTo(Map.of("OTHER UNKNOWN 400", 1L));
    assertThat(meters.durations).isEmpty();
  }

  @Test
  void aDurationIsMeasuredFromTheBegin() {
    probe.end(
        System.nanoTime() - Duration.ofSeconds(2).toNanos(), 0, "/o", "GET", "/o", 200, -1, -1);

    assertThat(meters.durations)
        .hasEntrySatisfying(
            "GET /o",
            durations ->
                assertThat(durations)
                    .singleElement()
                    .satisfies(
                        duration ->
                            assertThat(duration)
                                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30))));
  }

  @Test
  void ignoredPathsLeaveNothingButFlight() {
    meters.ignored = List.of("/health/**");
    HttpProbe ignoring = new HttpProbe(meters, meters, List.of(), List.of());
    ignoring.begin(new Object());
    ignoring.end(1, 0, "/health/{kind}", "GET", "/health/live", 200, -1, -1);

    assertThat(meters.counts()).isEmpty();
    assertThat(meters.inFlight.getAsDouble()).isZero();
  }

  @Test
  void inFlightIsWhatHasBegunAndNotEnded() {
    Object waiting = new Object();
    probe.begin(waiting);
    probe.begin(new Object());
    assertThat(meters.inFlight.getAsDouble()).isEqualTo(2);
    probe.end(1, 0, "/o", "GET", "/o", 200, -1, -1);
    probe.park(waiting, 1, 0, null);
    assertThat(probe.begin(waiting)).isNotNull();
    assertThat(meters.inFlight.getAsDouble()).isEqualTo(1);
    probe.end(0, 0, null, "GET", "/o", 400, -1, -1);

    assertThat(meters.inFlight.getAsDouble()).isEqualTo(1);
  }

  @Test
  void theFirstRequestTellsThatTheApplicationHasStarted() {
    probe.begin(new Object());
    probe.begin(new Object());
    probe.serving(null);

    assertThat(meters.serving).isEqualTo(1);
  }

  @Test
  void endpointsBeyondTheBoundAreTakenTogether() {
    for (int i = 0; i < 12_000; i++) {
      probe.end(0, 0, "/r" + i, "GET", "/x", 200, -1, -1);
    }

    assertThat(meters.counts()).hasSizeLessThanOrEqualTo(10_001).containsKey("GET other 200");
    assertThat(meters.counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(12_000);
  }

  @Test
  void aRefusedApiKeyCountsByTheStatus() {
    meters.keyHeader = "X-API-Key";
    HttpProbe looking = new HttpProbe(meters, meters, List.of(), List.of());
    looking.refused(401, "/orders", true);
    looking.refused(401, "/orders", true);
    looking.refused(403, "/orders", true);
    looking.refused(401, "/orders", false);
    looking.refused(403, "/orders", false);

    assertThat(looking.keyHeader()).isEqualTo("X-API-Key");
    assertThat(meters.counts("api_key_auth_failures_total"))
        .isEqualTo(Map.of("invalid", 2L, "forbidden", 1L, "missing", 1L));
  }

  @Test
  void aKeyIsMissingOnlyWhereOneIsExpected() {
    meters.keyHeader = "X-API-Key";
    meters.keyPaths = List.of("/partner/**");
    HttpProbe looking = new HttpProbe(meters, meters, List.of(), List.of());
    looking.refused(401, "/partner/orders", false);
    looking.refused(401, "/login", false);
    looking.refused(401, null, false);
    looking.refused(401, "/login", true);

    assertThat(meters.counts("api_key_auth_failures_total"))
        .isEqualTo(Map.of("invalid", 1L, "missing", 1L));
  }

  @Test
  void nobodyAsksForApiKeysUnlessTheirHeaderIsKnown() {
    assertThat(probe.keyHeader()).isNull();

    meters.keyHeader = "X API Key";
    assertThatThrownBy(() -> new HttpProbe(meters, meters, List.of(), List.of()))
        .hasMessage(
            "http: auth.api-key-header = \"X API Key\" is not the name of a header; refused API keys"
                + " are not counted");
  }

  @Test
  void aRequestOfAKnownSeriesAllocatesNothing() {
    RecordedMeters silent = new RecordedMeters();
    HttpProbe warm = new HttpProbe(new SilentMeters(), silent, List.of(), List.of());
    Object request = new Object();
    for (int i = 0; i < 20_000; i++) {
      serve(warm, request);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 10_000; i++) {
      serve(warm, request);
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    assertThat(allocated).isLessThan(10_000); // less than a byte each: the measuring itself
  }

  private static void serve(HttpProbe probe, Object request) {
    probe.begin(request);
    probe.end(1, 0, "/orders/{id}", "GET", "/orders/4711", 200, -1, -1);
    probe.begin(request);
    probe.end(1, 0, null, "POST", "/orders/4711", 201, -1, -1);
  }
}
