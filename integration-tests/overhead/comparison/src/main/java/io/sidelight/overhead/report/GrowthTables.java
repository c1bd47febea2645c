// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static io.sidelight.overhead.report.Figures.NONE;
import static io.sidelight.overhead.report.Figures.OTEL;
import static io.sidelight.overhead.report.Figures.SIDELIGHT;

/** How cost grows. */
final class GrowthTables {

  private static final int[] SERIES = {100, 1_000, 10_000, 20_000};
  private static final int[] CLASSES = {5_000, 20_000};

  private final Figures figures;

  GrowthTables(Figures figures) {
    this.figures = figures;
  }

  /** Scrapes by the number of series. */
  String scrapes() {
    Table table =
        new Table("series", "counters: ms", "kB", "gzip: ms", "histograms: ms", "kB", "gzip: ms");
    for (int series : SERIES) {
      String plain = "growth.scrape.plain." + series;
      String histogram = "growth.scrape.histogram." + series;
      table.row(
          Figures.number(series, 0),
          figures.value(plain + ".milliseconds", SIDELIGHT, 2),
          kilobytes(plain + ".bytes"),
          figures.value(plain + ".gzip.milliseconds", SIDELIGHT, 2),
          figures.value(histogram + ".milliseconds", SIDELIGHT, 2),
          kilobytes(histogram + ".bytes"),
          figures.value(histogram + ".gzip.milliseconds", SIDELIGHT, 2));
    }
    return table.toString();
  }

  private String kilobytes(String measurement) {
    return Figures.number(figures.results().median(measurement, SIDELIGHT) / 1e3, 0);
  }

  /** Heap by kind of series. */
  String memory() {
    return new Table("", "bytes of heap")
        .row("a counter", figures.value("growth.memory.plain.bytes", SIDELIGHT, 0))
        .row(
            "a histogram, "
                + figures.value("growth.histogram.lines", SIDELIGHT, 0)
                + " time series",
            figures.value("growth.memory.histogram.bytes", SIDELIGHT, 0))
        .row(
            "a histogram that two threads fight for",
            figures.value("growth.memory.contended-histogram.bytes", SIDELIGHT, 0))
        .toString();
  }

  /** Start-up by the number of classes. */
  String classes() {
    Table table = new Table("", "no agent", "OpenTelemetry", "Sidelight");
    for (int classes : CLASSES) {
      row(
          table,
          Figures.number(classes, 0) + " classes: wall s",
          "growth.classes." + classes + ".wall.seconds",
          2);
      row(
          table,
          Figures.number(classes, 0) + " classes: CPU s",
          "growth.classes." + classes + ".cpu.seconds",
          2);
    }
    row(table, "1,000 more classes: wall ms", "growth.classes.per-thousand.wall.milliseconds", 1);
    row(table, "1,000 more classes: CPU ms", "growth.classes.per-thousand.cpu.milliseconds", 1);
    return table.toString();
  }

  private void row(Table table, String what, String measurement, int decimals) {
    table.row(
        what,
        figures.value(measurement, NONE, decimals),
        figures.more(measurement, OTEL, decimals),
        figures.moreWithSpread(measurement, SIDELIGHT, decimals));
  }
}
