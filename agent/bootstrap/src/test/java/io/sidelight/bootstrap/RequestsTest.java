// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final RecordingProbe probe = new RecordingProbe();
  private static final int domain = Probes.add(probe, true); // domains are few

  @AfterEach
  void forget() {
    probe.ended.clear();
    probe.errors.clear();
    probe.parked.clear();
    probe.inFlight = 0;
  }

  @Test
  void aRequestOnOneThreadIsMeasuredOnce() {
    serve(new Object(), "/orders/{id}", 200);

    assertThat(probe.ended).containsExactly("GET /orders/7 /orders/{id} 200 measured");
    assertThat(probe.inFlight).isZero();
  }

  @Test
  void ofWhatIsThrownTheLastOfARequestCounts() {
    Requests.thrown(domain, new IllegalStateException("outside"), false);
    for (String request : new String[] {"one", "two"}) {
      begin(request);
      Requests.thrown(domain, new IllegalStateException("first of " + request), false);
      Requests.thrown(domain, new IllegalStateException("second of " + request), false);
      Requests.end(domain, request, "GET", "/orders/7", 500, -1);
    }

    assertThat(probe.errors).containsExactly("second of one", "second of two");
  }

  @Test
  void whatAFilterMakesAnOrdinaryResponseOfDoesNotCount() {
    begin("refused");
    Requests.thrown(domain, new IllegalStateException("access denied"), false);
    Requests.end(domain, "refused", "GET", "/orders/7", 403, -1);
    begin("next");
    Requests.end(domain, "next", "GET", "/orders/7", 500, -1);

    assertThat(probe.errors).isEmpty();
  }

  @Test
  void whatIsThrownWhenTheResponseHasBegunCountsWhateverItsStatus() {
    begin("broken");
    Requests.thrown(domain, new IllegalStateException("midway"), true);
    Requests.end(domain, "broken", "GET", "/orders/7", 200, -1);

    assertThat(probe.errors).containsExactly("midway");
  }

  @Test
  void aThreadThatLeavesARequestBeforeItEndsCountsByItsStatus() {
    for (int status : new int[] {403, 500}) {
      Object request = new Object();
      Calls calls = Requests.enter(domain, request);
      Requests.thrown(domain, new IllegalStateException("with " + status), false);
      leave(calls, request);
      Requests.end(domain, request, "GET", "/orders/7", status, -1);
    }

    assertThat(probe.errors).containsExactly("with 500");
  }

  private void begin(String request) {
    assertThat(Requests.enter(domain, request)).isNotNull();
  }

  @Test
  void aRequestThatGoesOnElsewhereIsParked() throws Exception {
    Object request = new Object();
    Calls calls = Requests.enter(domain, request);
    Requests.route(domain, "/first");
    leave(calls, request);

    onAnotherThread(() -> serve(request, "/second", 202));

    assertThat(probe.ended).containsExactly("GET /orders/7 /first 202 measured");
    assertThat(probe.parked).isEmpty();
    assertThat(probe.inFlight).isZero();
  }

  @Test
  void aCarriedRequestMayBeTakenUpBeforeTheFirstThreadLeaves() throws Exception {
    Object request = new CarrierRequest();
    Calls calls = Requests.enter(domain, request);
    Requests.route(domain, "/first");

    onAnotherThread(() -> serve(request, "/second", 202));
    leave(calls, request);

    assertThat(probe.ended).containsExactly("GET /orders/7 /first 202 measured");
    assertThat(probe.parked).isEmpty();
    assertThat(probe.inFlight).isZero();
  }

  @Test
  void aCarrierServesOneRequestAfterAnother() {
    Object request = new CarrierRequest();
    serve(request, "/one", 200);
    serve(request, "/two", 404);

    assertThat(probe.ended)
        .containsExactly("GET /orders/7 /one 200 measured", "GET /orders/7 /two 404 measured");
    assertThat(probe.inFlight).isZero();
  }

  @Test
  void aThreadThatComesLateDoesNotTouchTheNextRequest() throws Exception {
    Object request = new CarrierRequest();
    Calls calls = Requests.enter(domain, request);
    onAnotherThread(
        () -> {
          Requests.end(domain, request, "GET", "/a", 200, -1);
          Requests.enter(domain, request);
        });
    Requests.route(domain, "/late");
    leave(calls, request);
    onAnotherThread(() -> Requests.end(domain, request, "GET", "/b", 200, -1));

    assertThat(probe.ended).containsExactly("GET /a null 200 measured", "GET /b null 200 measured");
  }

  @Test
  void theFirstPathOfACarriedRequestWins() {
    Object request = new CarrierRequest();
    Calls calls = Requests.enter(domain, request);
    Requests.path(domain, "/sent");
    Requests.path(domain, "/forwarded");
    Requests.end(domain, request, "GET", "/forwarded", 200, -1);
    leave(calls, request);
    Requests.end(domain, request, "GET", "/next", 200, -1);

    assertThat(probe.ended)
        .containsExactly("GET /sent null 200 measured", "GET /next null 200 unseen");
  }

  @Test
  void theStatusThatWasSentIsFinal() {
    Object request = new CarrierRequest();
    Requests.sent(request, 500);
    Calls calls = Requests.enter(domain, request);
    Requests.sent(request, 202);
    Requests.sent(request, 500);
    Requests.end(domain, request, "GET", "/a", 500, -1);
    leave(calls, request);
    serve(request, "/two", 404);

    assertThat(probe.ended)
        .containsExactly("GET /a null 202 measured", "GET /orders/7 /two 404 measured");
  }

  @Test
  void aRequestThatNobodySawBeginningCounts() {
    Requests.end(domain, new CarrierRequest(), null, null, 400, -1);

    assertThat(probe.ended).containsExactly("null null null 400 unseen");
  }

  @Test
  void theSizeIsToldByWhoeverEndsTheRequest() {
    for (Object request : new Object[] {new Object(), new CarrierRequest()}) {
      Requests.enter(domain, request);
      Requests.end(domain, request, "GET", "/a", 200, 12);
    }

    assertThat(probe.ended)
        .containsExactly("GET /a null 200 measured 12 bytes", "GET /a null 200 measured 12 bytes");
  }

  @Test
  void theSizeOfABodyIsThatOfOneRequest() {
    Object request = new CarrierRequest();
    Requests.received(request, 1);
    Requests.enter(domain, request);
    Requests.received(request, 34);
    Requests.end(domain, request, "POST", "/a", 200, -1);
    Requests.received(request, 56);
    Requests.enter(domain, request);
    Requests.end(domain, request, "POST", "/b", 200, -1);

    assertThat(probe.ended)
        .containsExactly("POST /a null 200 measured 34 received", "POST /b null 200 measured");
  }

  @Test
  void statementsBelongToTheRequestOfTheirThread() {
    Requests.statement();
    Object request = new Object();
    Calls calls = Requests.enter(domain, request);
    Requests.statement();
    Requests.statement();
    Requests.end(domain, request, "GET", "/a", 200, -1);
    Requests.statement();
    leave(calls, request);
    serve(new Object(), "/two", 200);

    assertThat(probe.ended)
        .containsExactly(
            "GET /a null 200 measured 2 statements", "GET /orders/7 /two 200 measured");
  }

  @Test
  void statementsAreAddedUpOverTheThreadsOfARequest() throws Exception {
    for (Object request : new Object[] {new Object(), new CarrierRequest()}) {
      Calls calls = Requests.enter(domain, request);
      Requests.statement();
      leave(calls, request);
      onAnotherThread(
          () -> {
            Requests.enter(domain, request);
            Requests.statement();
            Requests.statement();
            Requests.end(domain, request, "GET", "/a", 200, -1);
          });
    }

    assertThat(probe.ended)
        .containsExactly(
            "GET /a null 200 measured 3 statements", "GET /a null 200 measured 3 statements");
  }

  @Test
  void aStatementAfterTheEndIsNotTheNextRequests() throws Exception {
    Object request = new CarrierRequest();
    Calls calls = Requests.enter(domain, request);
    onAnotherThread(
        () -> {
          Requests.end(domain, request, "GET", "/a", 200, -1);
          Requests.enter(domain, request);
        });
    Requests.statement();
    leave(calls, request);
    onAnotherThread(() -> Requests.end(domain, request, "GET", "/b", 200, -1));

    assertThat(probe.ended).containsExactly("GET /a null 200 measured", "GET /b null 200 measured");
  }

  private static void serve(Object request, String route, int status) {
    Calls calls = Requests.enter(domain, request);
    assertThat(Requests.active(domain)).isTrue();
    assertThat(Requests.enter(domain, request)).isNull();
    Requests.route(domain, route);
    Requests.end(domain, request, "GET", "/orders/7", status, -1);
    assertThat(Requests.active(domain)).isFalse();
    leave(calls, request);
  }

  /** What the woven exit does. */
  private static void leave(@Nullable Calls calls, Object request) {
    if (calls != null) {
      long start = calls.started[domain];
      calls.started[domain] = 0;
      if (start != 0) {
        Requests.exit(domain, calls, request, start);
      }
    }
  }

  private static void onAnotherThread(Runnable task) throws InterruptedException {
    Thread thread = new Thread(task);
    thread.start();
    thread.join();
  }

  private static final class CarrierRequest implements Carrier {
    private @Nullable Object state;

    @Override
    public @Nullable Object sidelight$state() {
      return state;
    }

    @Override
    public void sidelight$state(@Nullable Object newState) {
      state = newState;
    }
  }

  private static final class RecordingProbe extends RequestProbe {
    final List<String> ended = new ArrayList<>();
    final List<String> errors = new ArrayList<>();
    final IdentityHashMap<Object, Parked> parked = new IdentityHashMap<>();
    int inFlight;

    @Override
    protected @Nullable Parked begin(Object request) {
      Parked known = parked.remove(request);
      inFlight += known == null ? 1 : 0;
      return known;
    }

    @Override
    protected void park(Object request, long startNanos, int statements, @Nullable String route) {
      parked.put(request, new Parked(startNanos, statements, route));
    }

    @Override
    protected @Nullable Parked take(Object request) {
      return parked.remove(request);
    }

    @Override
    protected void end(
        long startNanos,
        int statements,
        @Nullable String route,
        @Nullable String method,
        @Nullable String path,
        int status,
        long requestBytes,
        long bytes) {
      inFlight -= startNanos == 0 ? 0 : 1;
      String seen = startNanos == 0 ? "unseen" : "measured";
      String queried = statements == 0 ? "" : " " + statements + " statements";
      String sent = bytes < 0 ? "" : " " + bytes + " bytes";
      String received = requestBytes < 0 ? "" : " " + requestBytes + " received";
      ended.add(
          method + " " + path + " " + route + " " + status + " " + seen + queried + sent
              + received);
    }

    @Override
    protected Object thrown(Throwable thrown) {
      return String.valueOf(thrown.getMessage());
    }

    @Override
    protected void count(Object thrown) {
      errors.add((String) thrown);
    }

    @Override
    protected boolean measuresBodies() {
      return true;
    }

    @Override
    protected void serving(@Nullable Object server) {}

    @Override
    public void failed(Throwable error) {
      throw new AssertionError(error);
    }
  }
}
