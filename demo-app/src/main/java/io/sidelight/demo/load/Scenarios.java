// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.load;

import io.sidelight.demo.auth.Partners;
import io.sidelight.demo.auth.Users;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients do, weighted: mostly reading, some writing, and what goes wrong in any service. */
final class Scenarios {

  private static final Logger LOG = LoggerFactory.getLogger(Scenarios.class);
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final List<String> WORDS =
      List.of("proyecto", "factura", "fuel", "contract", "documento", "h%C3%B3a", "b%C3%BAsqueda");
  private static final List<String> FUELS = List.of("REGULAR", "PREMIUM", "DIESEL");
  private static final List<String> SOURCES = List.of("url", "upload", "email");
  private static final int SEEDED_COUPONS = 500;

  private final Client client;

  /** Of each user who has logged in; the first one does so before anything else. */
  private final AtomicReferenceArray<@Nullable String> tokens =
      new AtomicReferenceArray<>(Users.COUNT);

  private final AtomicInteger strangers = new AtomicInteger();
  private final AtomicLong nextToRedeem = new AtomicLong(1);
  private final AtomicLong invoiceNumber = new AtomicLong();

  Scenarios(Client client) {
    this.client = client;
  }

  /** Gets a token, without which there is little to do. */
  void logIn() {
    guarded(() -> login(0, Users.PASSWORD));
  }

  /** Plays a scenario chosen at random: mostly one request. */
  void playOne() {
    String known = token();
    if (known == null) {
      logIn();
    } else {
      guarded(() -> play(below(100), known));
    }
  }

  private static void guarded(Runnable request) {
    try {
      request.run();
    } catch (UncheckedIOException e) {
      // The service has gone; at its end that is expected.
      LOG.debug("request failed", e);
    }
  }

  private void play(int percent, String known) {
    if (percent < 27) {
      get("/api/coupons/" + (1 + below(60)), known);
    } else if (percent < 41) {
      browse(known);
    } else if (percent < 55) {
      get("/api/search?q=" + pick(WORDS) + (below(3) == 0 ? "%20" + below(500) : ""), known);
    } else if (percent < 75) {
      write(known);
    } else if (percent < 82) {
      instance(known);
    } else if (percent < 86) {
      client.ask(station(), Partners.KEY);
    } else if (percent < 90) {
      login(below(Users.COUNT), below(6) == 0 ? "wrong" : Users.PASSWORD);
    } else if (percent < 93) {
      stranger(known);
    } else {
      trouble(known);
    }
  }

  private void browse(String known) {
    switch (below(6)) {
      case 0 -> get("/api/organizations", known);
      case 1 -> get("/api/organizations/" + (1 + below(5)), known);
      case 2 -> get("/api/organizations/" + (1 + below(5)) + "/users", known);
      case 3 -> get("/api/rewards", known);
      case 4 -> get("/api/rewards/" + user(), known);
      default -> get(below(2) == 0 ? "/" : "/style.css", null);
    }
  }

  private void write(String known) {
    switch (below(4)) {
      case 0 -> createCoupon(5 + below(95), known);
      case 1 -> redeem(1 + nextToRedeem.getAndIncrement() % SEEDED_COUPONS, known);
      default -> invoice(known);
    }
  }

  private void instance(String known) {
    String path = "/api/instances/" + (1 + below(20));
    if (below(3) == 0 && !path.endsWith("/13")) {
      client.send("PUT", path + "/state", known, "up");
    } else {
      get(path, known);
    }
  }

  /** Whom the service must not let in; in turn, so that each comes soon. */
  private void stranger(String known) {
    switch (Math.floorMod(strangers.getAndIncrement(), 7)) {
      case 0 -> get("/api/coupons/1", null);
      case 1 -> get("/api/coupons/1", "not.a.token");
      case 2 -> get("/api/coupons/1", known.substring(0, known.length() - 8) + "Forged00");
      case 3 -> get("/api/coupons/1", token(login("user-1", Users.PASSWORD, 0)));
      case 4 -> client.ask(station(), null);
      case 5 -> client.ask(station(), "guessed");
      default -> client.ask(station(), Partners.SUSPENDED_KEY);
    }
  }

  private void trouble(String known) {
    switch (below(9)) {
      case 0 -> get("/api/coupons/99999" + below(10), known);
      case 1 -> get("/api/coupons/not-a-number", known);
      case 2 -> get("/api/nothing/here/" + below(1000), known);
      case 3 -> createCoupon(-1, known);
      case 4 -> redeem(1 + below(5), known);
      case 5 -> get("/api/reports/margin?station=station-" + (below(2) == 0 ? 1 : 99), known);
      case 6 -> get("/api/reports/" + (below(3) == 0 ? "export" : "daily"), known);
      // Refused unless the user is a manager.
      case 7 -> client.send("DELETE", "/api/coupons/" + (401 + below(100)), known, null);
      default -> get("/api/reports/daily", known);
    }
  }

  private void createCoupon(int amount, String known) {
    String order = "{\"station\":\"station-%d\",\"fuelType\":\"%s\",\"amount\":%d}";
    client.send("POST", "/api/coupons", known, order.formatted(below(12), pick(FUELS), amount));
  }

  private void redeem(long id, String known) {
    client.send("POST", "/api/coupons/" + id + "/redemptions", known, null);
  }

  private void invoice(String known) {
    int kind = below(20);
    // Now and then the same invoice comes twice.
    String number = "F-" + (kind == 0 ? 1 : invoiceNumber.incrementAndGet());
    String image = kind == 1 ? "blurred" : kind < 7 ? "No. " + number : "QR[" + number + "]";
    String scan = "{\"source\":\"%s\",\"image\":\"%s\"}";
    client.send("POST", "/api/invoices", known, scan.formatted(pick(SOURCES), image));
  }

  private void login(int index, String password) {
    String token = token(login("user-" + (1 + index), password, 3600));
    if (token != null) {
      tokens.set(index, token);
    }
  }

  private HttpResponse<String> login(String user, String password, int validSeconds) {
    String credentials = "{\"user\":\"%s\",\"password\":\"%s\",\"validSeconds\":%d}";
    return client.send(
        "POST", "/api/auth/login", null, credentials.formatted(user, password, validSeconds));
  }

  private static @Nullable String token(HttpResponse<String> answer) {
    Matcher found = TOKEN.matcher(answer.body());
    return found.find() ? found.group(1) : null;
  }

  /** Of some user, more often of one of the first. */
  private @Nullable String token() {
    int user = below(1 + below(Users.COUNT));
    String token = tokens.get(user);
    return token == null ? tokens.get(0) : token;
  }

  private void get(String path, @Nullable String known) {
    client.send("GET", path, known, null);
  }

  /** Numbers of some station, more often of one of the first. */
  private static String station() {
    return "/api/partner/stations/station-" + below(1 + below(12));
  }

  private static String user() {
    return "user-" + (1 + below(Users.COUNT));
  }

  private static int below(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  private static String pick(List<String> from) {
    return from.get(below(from.size()));
  }
}
