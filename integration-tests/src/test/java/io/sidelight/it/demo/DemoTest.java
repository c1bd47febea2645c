// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.sidelight.testkit.Scrape;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user of the demo sees: it starts, its numbers are right, it leaves nothing behind. */
class DemoTest {

  private static final String COUPON = "{\"station\":\"s\",\"fuelType\":\"DIESEL\",\"amount\":%d}";
  private static final String SCAN = "{\"source\":\"%s\",\"image\":\"%s\"}";

  /** Those that the service counts now and then, on its own. */
  private static final Set<String> COUNTED_TABLES = Set.of("instances", "organizations", "users");

  @TempDir private Path temporary;

  @Test
  void underItsOwnLoadEveryFamilyMovesAndItEndsByItself() throws Exception {
    try (Demo demo = Demo.start(temporary, "--for", "20s")) {
      demo.awaitReady();
      List<ProcessHandle> family = demo.family();
      int postgres = postgresPort();
      Scrape scrape = scrapeWithEveryFamily(demo);
      promtoolAccepts(scrape);

      assertThat(demo.waitForExit()).as(demo.output()).isZero();

      assertThat(scrape.sum("http_requests_total", "status", "200")).isGreaterThan(20);
      assertThat(scrape.labels("http_requests_total", "status"))
          .allMatch(status -> status.matches("[1-5][0-9][0-9]"));
      assertThat(
              List.of(
                  "http_request_errors_total", // the other test has some
                  "http_slow_requests_total",
                  "db_slow_queries_total",
                  "db_connections_pending",
                  "db_connections_held_long",
                  "db_connections_min"))
          .allMatch(scrape::has);
      assertThat(scrape.labels("redis_commands_total", "command")).contains("GET", "SETEX", "INCR");
      assertThat(scrape.labels("active_users", "time_window")).containsOnly("5m", "1h", "24h");
      assertThat(scrape.has("invoices_in_flight")).isTrue();
      assertThat(demo.output())
          .contains("What was measured")
          .containsPattern("HTTP requests +[1-9][0-9]+ +200 [1-9]")
          .containsPattern("database queries +[1-9][0-9]+ +SELECT [1-9]")
          .containsPattern("Redis commands +[1-9][0-9]+ +GET [1-9]")
          .containsPattern("log-ins and credentials checked +[1-9][0-9]+ +bearer [1-9]")
          .containsPattern("cache hits +[1-9][0-9]+ +Accounts [1-9]")
          .containsPattern("search_requests_total +[1-9]")
          .doesNotContain("Exception");
      assertNothingIsLeft(family, postgres);
    }
  }

  @Test
  void withoutLoadEachRequestQueryCommandAndCallIsCountedOnce() throws Exception {
    try (Demo demo = Demo.start(temporary, "--load=off")) {
      demo.awaitReady();
      List<ProcessHandle> family = demo.family();
      int postgres = postgresPort();
      Scrape before = demo.scrape();

      useEverythingOnce(demo);
      Scrape after = scrapeWhenGrown(demo, before, 28);

      assertThat(grown(before, after, "http_requests_total", "status"))
          .containsOnly(
              entry("200", 10.0),
              entry("201", 3.0),
              entry("400", 1.0),
              entry("401", 7.0),
              entry("403", 2.0),
              entry("404", 1.0),
              entry("409", 1.0),
              entry("422", 1.0),
              entry("500", 2.0));
      assertBusiness(after);
      assertAuth(after);
      assertCaches(after);
      assertThat(after.family("resource_count"))
          .isEqualTo(
              """
              resource_count{kind="instances"} 20.0
              resource_count{kind="organizations"} 5.0
              resource_count{kind="users"} 30.0
              """);
      assertThat(grownQueries(before, after))
          .containsOnly(
              entry("SELECT", 8.0), entry("INSERT", 5.0), entry("UPDATE", 1.0), entry("TCL", 2.0));
      assertThat(grown(before, after, "redis_commands_total", "command"))
          .containsOnly(
              entry("GET", 4.0),
              entry("SETEX", 2.0),
              entry("INCR", 2.0),
              entry("DEL", 3.0),
              entry("ZINCRBY", 2.0));
      assertThat(after.sum("db_queries_per_request_sum") - before.sum("db_queries_per_request_sum"))
          .as("all but the one after text recognition, on a thread of the application's own")
          .isEqualTo(17 + after.value("cache_misses_total", "name", "Accounts"));
      assertThat(after.sum("http_request_errors_total")).isEqualTo(2);
      assertThat(after.sum("db_query_errors_total")).isPositive();
      assertThat(after.labels("db_connections_max", "pool")).hasSize(1);
      assertThat(
              after.sum("db_connection_usage_seconds_count")
                  - before.sum("db_connection_usage_seconds_count"))
          .as("borrowed and returned")
          .isPositive();
      assertThat(after.sum("hikaricp_connections")).isPositive();
      demo.terminate();

      assertThat(demo.waitForExit()).as(demo.output()).isZero();
      assertThat(demo.output()).contains("What was measured").contains("demo: stopping");
      assertNothingIsLeft(family, postgres);
    }
  }

  private static void useEverythingOnce(Demo demo) {
    assertThat(demo.get("/api/coupons/7")).isEqualTo(401);
    assertThat(demo.login("wrong")).isEqualTo(401);
    assertThat(demo.login("gasolinera", 0)).isEqualTo(200);
    assertThat(demo.get("/api/coupons/7")).as("expired").isEqualTo(401);
    assertThat(demo.login("gasolinera")).isEqualTo(200);
    assertThat(demo.getWith(demo.forgedToken(), "/api/coupons/7")).isEqualTo(401);
    assertThat(demo.getWith("not.a.token", "/api/coupons/7")).isEqualTo(401);
    assertThat(demo.get("/api/coupons/7")).as("not cached").isEqualTo(200);
    assertThat(demo.get("/api/coupons/7")).as("cached").isEqualTo(200);
    assertThat(demo.get("/api/coupons/9999")).isEqualTo(404);
    assertThat(demo.status("POST", "/api/coupons", COUPON.formatted(9))).isEqualTo(201);
    assertThat(demo.status("POST", "/api/coupons", COUPON.formatted(-9))).isEqualTo(400);
    assertThat(demo.status("POST", "/api/coupons/8/redemptions", null)).isEqualTo(201);
    assertThat(demo.status("POST", "/api/coupons/8/redemptions", null)).isEqualTo(409);
    assertThat(demo.status("POST", "/api/invoices", SCAN.formatted("url", "QR[A-1]")))
        .isEqualTo(201);
    assertThat(demo.status("POST", "/api/invoices", SCAN.formatted("email", "blurred")))
        .isEqualTo(422);
    assertThat(demo.status("DELETE", "/api/coupons/8", null)).as("no manager").isEqualTo(403);
    assertThat(demo.get("/api/organizations")).isEqualTo(200);
    assertThat(demo.get("/api/organizations")).as("cached").isEqualTo(200);
    assertThat(demo.askAsPartner(null)).isEqualTo(401);
    assertThat(demo.askAsPartner("guessed")).isEqualTo(401);
    assertThat(demo.askAsPartner("key-of-old-wallet")).as("suspended").isEqualTo(403);
    assertThat(demo.askAsPartner("key-of-fleet-cards")).isEqualTo(200);
    assertThat(demo.askAsPartner("key-of-fleet-cards")).as("cached").isEqualTo(200);
    assertThat(demo.get("/api/search?q=factura")).isEqualTo(200);
    assertThat(demo.get("/api/reports/daily")).isEqualTo(200);
    assertThat(demo.get("/api/reports/margin?station=nowhere")).isEqualTo(500);
    assertThat(demo.get("/api/reports/export")).isEqualTo(500);
  }

  private static void assertAuth(Scrape scrape) {
    assertThat(scrape.family("auth_attempts_total"))
        .isEqualTo(
            """
            auth_attempts_total{status="failure",type="api_key"} 1.0
            auth_attempts_total{status="failure",type="bearer"} 3.0
            auth_attempts_total{status="failure",type="password"} 1.0
            auth_attempts_total{status="success",type="api_key"} 3.0
            auth_attempts_total{status="success",type="bearer"} 16.0
            auth_attempts_total{status="success",type="password"} 2.0
            """);
    assertThat(scrape.value("jwt_tokens_issued_total")).isEqualTo(2);
    assertThat(scrape.family("jwt_tokens_validated_total"))
        .isEqualTo(
            """
            jwt_tokens_validated_total{status="bad_signature"} 1.0
            jwt_tokens_validated_total{status="expired"} 1.0
            jwt_tokens_validated_total{status="malformed"} 1.0
            jwt_tokens_validated_total{status="rejected"} 0.0
            jwt_tokens_validated_total{status="valid"} 16.0
            """);
    assertThat(scrape.family("api_key_auth_failures_total"))
        .isEqualTo(
            """
            api_key_auth_failures_total{reason="forbidden"} 1.0
            api_key_auth_failures_total{reason="invalid"} 1.0
            api_key_auth_failures_total{reason="missing"} 1.0
            """);
    assertThat(scrape.value("active_users", "time_window", "1h"))
        .as("a user and two partners; an estimate")
        .isBetween(2.0, 4.0);
  }

  private static void assertCaches(Scrape scrape) {
    for (String name : List.of("organizations", "stations")) {
      String[] labels = {"type", "spring", "name", name};
      assertThat(scrape.value("cache_hits_total", labels)).isEqualTo(1);
      assertThat(scrape.value("cache_misses_total", labels)).isEqualTo(1);
      assertThat(scrape.value("cache_size", labels)).isEqualTo(1);
      assertThat(scrape.value("cache_evictions_total", labels)).isZero();
    }
    String[] accounts = {"type", "caffeine", "name", "Accounts"};
    assertThat(scrape.value("cache_misses_total", accounts)).isPositive();
    assertThat(
            scrape.value("cache_hits_total", accounts)
                + scrape.value("cache_misses_total", accounts))
        .as("one look-up for each valid token")
        .isEqualTo(16);
  }

  private static void assertBusiness(Scrape scrape) {
    assertThat(scrape.family("coupon_created_total"))
        .isEqualTo(
            """
            coupon_created_total{status="error"} 1.0
            coupon_created_total{status="success"} 1.0
            """);
    assertThat(scrape.family("coupon_redemption_total"))
        .isEqualTo(
            """
            coupon_redemption_total{status="error"} 1.0
            coupon_redemption_total{status="success"} 1.0
            """);
    assertThat(scrape.value("coupon_redemption_failed_total", "status", "success")).isEqualTo(1);
    assertThat(scrape.family("coupon_amount_total"))
        .isEqualTo("coupon_amount_total{fuel=\"DIESEL\",status=\"success\"} 9.0\n");
    assertThat(scrape.value("rewards_accumulated_total", "status", "success")).isEqualTo(2);
    assertThat(scrape.family("rewards_lumis_total"))
        .isEqualTo(
            """
            rewards_lumis_total{reason="coupon"} 13.0
            rewards_lumis_total{reason="invoice"} 25.0
            """);
    assertThat(scrape.value("qr_detections_total", "status", "success")).isEqualTo(1);
    assertThat(scrape.value("qr_detections_total", "status", "error")).isEqualTo(1);
    assertThat(scrape.value("ocr_processed_total", "status", "error")).isEqualTo(1);
    assertThat(scrape.value("invoices_processed_total", "source", "url", "status", "success"))
        .isEqualTo(1);
    assertThat(scrape.value("invoices_processed_total", "source", "email", "status", "error"))
        .isEqualTo(1);
    assertThat(scrape.value("search_duration_seconds_count", "status", "success")).isEqualTo(1);
    assertThat(scrape.value("invoices_in_flight")).isZero();
    assertThat(
            scrape.value(
                "business_method_duration_seconds_sum", "method", "daily", "status", "success"))
        .as("sleeps in the database")
        .isBetween(0.3, 10.0);
  }

  /** Scrapes until the load has touched all that the demo is there to show. */
  private static Scrape scrapeWithEveryFamily(Demo demo) {
    List<String> families =
        List.of(
            "http_requests_total",
            "http_request_duration_seconds_count",
            "http_request_size_bytes_count",
            "http_response_size_bytes_count",
            "http_connector_threads_max",
            "db_queries_per_request_count",
            "db_queries_total",
            "db_query_duration_seconds_count",
            "db_result_rows_count",
            "db_connections_max",
            "db_connection_acquire_seconds_count",
            "db_connection_usage_seconds_count",
            "db_connection_creation_seconds_count",
            "hikaricp_connections",
            "hikaricp_connections_usage_seconds_count",
            "redis_commands_total",
            "redis_command_duration_seconds_count",
            "redis_connections_max",
            "redis_connection_acquire_seconds_count",
            "cache_hits_total",
            "cache_misses_total",
            "cache_size",
            "cache_evictions_total",
            "auth_attempts_total",
            "jwt_tokens_issued_total",
            "jwt_tokens_validated_total",
            "api_key_auth_failures_total",
            "active_users",
            "resource_count",
            "errors_total",
            "invoices_processed_total",
            "invoice_processing_duration_seconds_count",
            "qr_detections_total",
            "qr_detection_duration_seconds_count",
            "ocr_processed_total",
            "rewards_accumulated_total",
            "rewards_lumis_total",
            "coupon_created_total",
            "coupon_creation_duration_seconds_count",
            "coupon_amount_total",
            "coupon_redemption_total",
            "search_requests_total",
            "search_duration_seconds_count",
            "business_method_duration_seconds_count");
    Scrape[] last = new Scrape[1];
    Awaitility.await()
        .atMost(Duration.ofSeconds(19))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> {
              last[0] = demo.scrape();
              assertThat(families).allMatch(name -> last[0].sum(name) > 0);
              assertThat(last[0].sum("http_requests_total", "status", "200")).isGreaterThan(20);
              assertThat(last[0].labels("cache_hits_total", "name"))
                  .contains("Accounts", "organizations", "stations");
              assertThat(last[0].labels("health_check_status", "component"))
                  .contains("database", "disk", "jvm_memory", "ocr_engine", "redis_pool");
              assertThat(last[0].labels("auth_attempts_total", "type"))
                  .containsExactly("api_key", "bearer", "password");
            });
    return last[0];
  }

  /** A request is counted after its client got the answer. */
  private static Scrape scrapeWhenGrown(Demo demo, Scrape before, int requests) {
    double all = before.sum("http_requests_total") + requests;
    return Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(demo::scrape, scrape -> scrape.sum("http_requests_total") >= all);
  }

  /** By how much the sums of a counter by one label have grown; those that have. */
  private static Map<String, Double> grown(Scrape before, Scrape after, String name, String label) {
    Map<String, Double> grown = new TreeMap<>();
    for (String value : after.labels(name, label)) {
      double by = after.sum(name, label, value) - before.sum(name, label, value);
      if (by != 0) {
        grown.put(value, by);
      }
    }
    return grown;
  }

  /** As {@link #grown}, by type, without the tables that the service counts now and then. */
  private static Map<String, Double> grownQueries(Scrape before, Scrape after) {
    Map<String, Double> grown = new TreeMap<>();
    for (String table : after.labels("db_queries_total", "table")) {
      if (!COUNTED_TABLES.contains(table)) {
        for (String type : after.labels("db_queries_total", "type")) {
          double by =
              after.sum("db_queries_total", "table", table, "type", type)
                  - before.sum("db_queries_total", "table", table, "type", type);
          if (by != 0) {
            grown.merge(type, by, Double::sum);
          }
        }
      }
    }
    return grown;
  }

  /** All but the name of a gauge that the developers of the demo have chosen. */
  private static void promtoolAccepts(Scrape scrape) throws Exception {
    if (Promtool.isInstalled()) {
      assertThat(Promtool.check(scrape))
          .isEqualTo(
              "resource_count non-histogram and non-summary metrics should not have \"_count\""
                  + " suffix\n");
    }
  }

  /** PostgreSQL detaches itself from who started it, so it is no member of the family. */
  private int postgresPort() throws IOException {
    // Again if it is not there: a walk through a folder in which files come and go may miss some.
    Path pidFile =
        Awaitility.await().until(this::postgresPidFile, Optional::isPresent).orElseThrow();
    return Integer.parseInt(Files.readAllLines(pidFile).get(3));
  }

  private Optional<Path> postgresPidFile() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(file -> file.endsWith("postmaster.pid")).findFirst();
    }
  }

  private void assertNothingIsLeft(List<ProcessHandle> family, int postgres) throws IOException {
    assertThat(family).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), postgres).close())
        .isInstanceOf(ConnectException.class);
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactly(temporary.resolve("output.txt"));
    }
  }
}
