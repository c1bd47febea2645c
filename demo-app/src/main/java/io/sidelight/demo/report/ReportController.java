// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.report;

import io.sidelight.annotations.Timed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports as they grow in real services: slow, and not tested with empty tables. */
@RestController
final class ReportController {

  private final JdbcTemplate jdbc;

  ReportController(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/api/reports/daily")
  @Timed
  List<Map<String, Object>> daily() {
    double seconds = ThreadLocalRandom.current().nextDouble(0.3, 1.2);
    return jdbc.queryForList(
        "SELECT c.station, count(r.id) AS redeemed, coalesce(sum(c.amount), 0) AS amount"
            + " FROM coupons c LEFT JOIN redemptions r ON r.coupon_id = c.id, pg_sleep(?)"
            + " GROUP BY c.station ORDER BY c.station",
        seconds);
  }

  /** Divides by zero, in the database, for a station without redeemed coupons. */
  @GetMapping("/api/reports/margin")
  Map<String, Object> margin(@RequestParam String station) {
    return jdbc.queryForMap(
        "SELECT coalesce(sum(amount), 0) / count(*) AS average FROM coupons"
            + " WHERE station = ? AND status = 'redeemed'",
        station);
  }

  /**
   * Fails unless asked for text, with an exception that nobody handles: it reaches the container.
   */
  @GetMapping(value = "/api/reports/export", produces = "text/plain")
  String export(@RequestParam(defaultValue = "pdf") String format) {
    if (!format.equals("text")) {
      throw new IllegalStateException("no exporter for " + format);
    }
    return String.valueOf(jdbc.queryForObject("SELECT count(*) FROM coupons", Long.class));
  }
}
