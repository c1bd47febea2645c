// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.growth;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.Plan;
import io.sidelight.overhead.jvm.ChildJvm;
import io.sidelight.overhead.jvm.Complaints;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.load.Connection;
import io.sidelight.overhead.load.ScrapeCost;
import io.sidelight.overhead.result.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Scrapes of many series, and the memory that they hold. */
final class SeriesGrowth {

  private static final List<Integer> LINES = List.of(100, 1_000, 10_000, 20_000);

  /** Whose memory is looked at. */
  private static final int SERIES = 20_000;

  /** Fewer: it takes time until adders split. */
  private static final int CONTENDED_SERIES = 500;

  private static final String GZIP = "Accept-Encoding: gzip\r\n";

  private final Plan plan;
  private final Results results;

  SeriesGrowth(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void measure(int round) {
    for (int lines : plan.quick() ? LINES.subList(0, 2) : LINES) {
      scrape(round, SeriesMain.PLAIN, lines, lines);
      scrape(round, SeriesMain.HISTOGRAM, lines, lines / SeriesMain.LINES_PER_HISTOGRAM);
    }
    memory(round, SeriesMain.PLAIN, SERIES);
    memory(round, SeriesMain.HISTOGRAM, SERIES);
    contendedMemory(round);
    add("growth.histogram.lines", round, SeriesMain.LINES_PER_HISTOGRAM);
  }

  private void contendedMemory(int round) {
    try (ChildJvm jvm = start(SeriesMain.HISTOGRAM, CONTENDED_SERIES, SeriesMain.CONTENDED)) {
      add("growth.memory.contended-histogram.bytes", round, value(jvm, SeriesMain.BYTES));
      end(jvm);
    }
  }

  private void memory(int round, String kind, int series) {
    try (ChildJvm jvm = start(kind, series, SeriesMain.MEMORY)) {
      add("growth.memory." + kind + ".bytes", round, value(jvm, SeriesMain.BYTES));
      end(jvm);
    }
  }

  private void scrape(int round, String kind, int lines, int series) {
    try (ChildJvm jvm = start(kind, series, SeriesMain.SCRAPE)) {
      int port = (int) value(jvm, SeriesMain.PORT);
      String prefix = "growth.scrape." + kind + "." + lines;
      try {
        try (Connection plain = Connection.open(port, "/metrics")) {
          scrape(round, prefix, plain);
          check(plain.body(), kind, series);
        }
        try (Connection zipped = Connection.open(port, "/metrics", GZIP)) {
          scrape(round, prefix + ".gzip", zipped);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      end(jvm);
    }
  }

  private void scrape(int round, String prefix, Connection connection) throws IOException {
    double millis =
        ScrapeCost.medianMillis(
            connection,
            plan.quick() ? 5 : ScrapeCost.WARM_UP,
            plan.quick() ? 5 : ScrapeCost.MEASURED);
    add(prefix + ".milliseconds", round, millis);
    add(prefix + ".bytes", round, connection.bodyLength());
  }

  private static void check(String body, String kind, int series) {
    long expected =
        kind.equals(SeriesMain.PLAIN) ? series : (long) series * SeriesMain.LINES_PER_HISTOGRAM;
    long found = body.lines().filter(line -> line.startsWith(SeriesMain.FAMILY)).count();
    if (found != expected) {
      throw new IllegalStateException(found + " series instead of " + expected);
    }
  }

  private static ChildJvm start(String kind, int series, String purpose) {
    String core = Layout.overhead().resolve("comparison/target/core") + "/*";
    List<String> arguments =
        List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseG1GC",
            "-cp",
            Layout.comparisonClasses() + ":" + core,
            SeriesMain.class.getName(),
            kind,
            Integer.toString(series),
            purpose);
    return ChildJvm.start(-1, Layout.java(), arguments);
  }

  private static double value(ChildJvm jvm, String line) {
    return Double.parseDouble(jvm.awaitValue(line));
  }

  private static void end(ChildJvm jvm) {
    jvm.awaitEnd();
    Complaints.check(jvm.errors());
  }

  private void add(String measurement, int round, double value) {
    results.add(measurement, Variant.SIDELIGHT.id(), round, value);
  }
}
