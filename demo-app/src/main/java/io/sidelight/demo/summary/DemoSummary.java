// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a Prometheus page says about the demo, in a few lines. */
public final class DemoSummary {

  private static final int TIMEOUT_MILLIS = 5000;
  private static final int MOST = 6;
  private static final List<String> BUSINESS =
      List.of(
          "invoices_processed_total",
          "qr_detections_total",
          "ocr_processed_total",
          "rewards_accumulated_total",
          "coupon_created_total",
          "coupon_redemption_total",
          "coupon_redemption_failed_total",
          "search_requests_total");

  private final Page page;
  private final PrintStream out;

  private DemoSummary(Page page, PrintStream out) {
    this.page = page;
    this.out = out;
  }

  /** Reads the page at the URL that is the only argument; fails if there is none. */
  public static void main(String[] args) throws IOException {
    URLConnection connection = URI.create(args[0]).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    // In UTF-8 whatever the platform says: labels may hold any character.
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    try (InputStream in = connection.getInputStream()) {
      new DemoSummary(Page.parse(new String(in.readAllBytes(), UTF_8)), out).print();
    }
  }

  private void print() {
    out.println("What was measured");
    line("HTTP requests", "http_requests_total", "status");
    means("slowest routes", "http_request_duration_seconds", "method", "endpoint");
    line("database queries", "db_queries_total", "type");
    means("slowest queries", "db_query_duration_seconds", "type", "table");
    line("Redis commands", "redis_commands_total", "command");
    line("cache hits", "cache_hits_total", "name");
    line("cache misses", "cache_misses_total", "name");
    line("log-ins and credentials checked", "auth_attempts_total", "type");
    line("tokens validated", "jwt_tokens_validated_total", "status");
    for (String name : BUSINESS) {
      line(name, name, name.startsWith("invoices") ? "source" : "status");
    }
  }

  /** The total of a counter, its greatest parts by one label, and how many of it failed. */
  private void line(String title, String counter, String label) {
    Map<String, Double> parts = page.sums(counter, label);
    double total = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    String errors = "";
    if (!label.equals("status")) {
      Map<String, Double> outcomes = page.sums(counter, "status");
      double failed = outcomes.getOrDefault("error", 0.0) + outcomes.getOrDefault("failure", 0.0);
      errors = failed == 0 ? "" : String.format(Locale.ROOT, "  (%.0f failed)", failed);
    }
    out.printf(Locale.ROOT, "  %-31s %6.0f  %s%s%n", title, total, greatest(parts), errors);
  }

  private static String greatest(Map<String, Double> parts) {
    return parts.entrySet().stream()
        .filter(part -> part.getValue() > 0)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST)
        .map(part -> String.format(Locale.ROOT, "%s %.0f", part.getKey(), part.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The series of a histogram with the greatest means. */
  private void means(String title, String histogram, String first, String second) {
    Map<String, Double> sums = page.sums(histogram + "_sum", first, second);
    Map<String, Double> counts = page.sums(histogram + "_count", first, second);
    String text =
        sums.entrySet().stream()
            .map(sum -> Map.entry(sum.getKey(), mean(sum, counts)))
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(2)
            .map(mean -> String.format("%s %.0f ms", mean.getKey(), mean.getValue() * 1000))
            .collect(Collectors.joining(", "));
    out.printf("  %-31s         %s%n", title, text);
  }

  private static double mean(Map.Entry<String, Double> sum, Map<String, Double> counts) {
    double count = counts.getOrDefault(sum.getKey(), 0.0);
    return count == 0 ? 0 : sum.getValue() / count;
  }
}
