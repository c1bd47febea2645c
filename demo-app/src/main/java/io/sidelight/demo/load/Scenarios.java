// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.load;

import io.sidelight.demo.auth.Users;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
  private final AtomicReference<@Nullable String> token = new AtomicReference<>();
  private final AtomicLong nextToRedeem = new AtomicLong(1);
  private final AtomicLong invoiceNumber = new AtomicLong();

  Scenarios(Client client) {
    this.client = client;
  }

  /** Gets the token that all other requests carry. */
  void logIn() {
    guarded(() -> login(Users.PASSWORD));
  }

  /** Plays a scenario chosen at random: one request. */
  void playOne() {
    String known = token.get();
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
    if (percent < 30) {
      get("/api/coupons/" + (1 + below(60)), known);
    } else if (percent < 45) {
      browse(known);
    } else if (percent < 60) {
      get("/api/search?q=" + pick(WORDS) + (below(3) == 0 ? "%20" + below(500) : ""), known);
    } else if (percent < 80) {
      write(known);
    } else if (percent < 88) {
      instance(known);
    } else if (percent < 92) {
      login(below(4) == 0 ? "wrong" : Users.PASSWORD);
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

  private void trouble(String known) {
    switch (below(10)) {
      case 0 -> get("/api/coupons/99999" + below(10), known);
      case 1 -> get("/api/coupons/not-a-number", known);
      case 2 -> get("/api/nothing/here/" + below(1000), known);
      case 3 -> get("/api/coupons/1", below(2) == 0 ? null : "not.a.token");
      case 4 -> createCoupon(-1, known);
      case 5 -> redeem(1 + below(5), known);
      case 6 -> get("/api/reports/margin?station=station-" + (below(2) == 0 ? 1 : 99), known);
      case 7 -> get("/api/reports/" + (below(3) == 0 ? "export" : "daily"), known);
      case 8 -> client.send("DELETE", "/api/coupons/" + (401 + below(100)), known, null);
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

  private void login(String password) {
    String credentials = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user(), password);
    HttpResponse<String> answer = client.send("POST", "/api/auth/login", null, credentials);
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token.set(found.group(1));
    }
  }

  private void get(String path, @Nullable String known) {
    client.send("GET", path, known, null);
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
