// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static io.sidelight.overhead.report.Figures.EMPTY_AGENT;
import static io.sidelight.overhead.report.Figures.NONE;
import static io.sidelight.overhead.report.Figures.OTEL;
import static io.sidelight.overhead.report.Figures.SIDELIGHT;

import io.sidelight.overhead.jvm.Variant;
import java.util.ArrayList;
import java.util.List;

/** What whole applications and their start cost. */
final class ApplicationTables {

  private static final Object[][] WEB = {
    {"start to first answer: wall s", "web.start.wall.seconds", 2},
    {"start to first answer: CPU s", "web.start.cpu.seconds", 2},
    {"`/mixed`: requests/s on one core", "web.mixed.throughput.per-second", 0},
    {"`/mixed`: CPU µs a request", "web.mixed.cpu.microseconds", 1},
    {"`/mixed`: bytes allocated a request", "web.mixed.bytes", 0},
    {"`/mixed` at a fixed rate: p50 µs", "web.fixed-rate.p50.microseconds", 0},
    {"`/mixed` at a fixed rate: p99 µs", "web.fixed-rate.p99.microseconds", 0},
    {"`/empty`: CPU µs a request", "web.empty.cpu.microseconds", 1},
    {"`/empty`: bytes allocated a request", "web.empty.bytes", 0},
    {"one query: CPU µs", "web.jdbc-call.cpu.microseconds", 2},
    {"one query: bytes", "web.jdbc-call.bytes", 0},
    {"one Redis GET: CPU µs", "web.redis-call.cpu.microseconds", 2},
    {"one Redis GET: bytes", "web.redis-call.bytes", 0},
    {"resident memory MB", "web.memory.resident.megabytes", 0},
    {"of it outside the heap MB", "web.memory.resident-outside-heap.megabytes", 1},
    {"of that not freed yet MB", "web.memory.trimmed-outside-heap.megabytes", 1},
    {"live heap MB", "web.memory.heap.megabytes", 1},
    {"metaspace MB", "web.memory.metaspace.megabytes", 1},
    {"code cache MB", "web.memory.code-cache.megabytes", 1},
    {"classes loaded", "web.classes.loaded", 0},
    {"scrape: ms", "web.scrape.wall.milliseconds", 2},
    {"scrape: bytes", "web.scrape.bytes", 0},
    {"scrape: series", "web.scrape.series", 0},
  };

  private static final Object[][] ENGINE = {
    {"start to first answer: wall s", "engine.start.wall.seconds", 2},
    {"start to first answer: CPU s", "engine.start.cpu.seconds", 2},
    {"CPU µs a request", "engine.request.cpu.microseconds", 0},
    {"bytes allocated a request", "engine.request.bytes", 0},
    {"requests/s on one core", "engine.request.throughput.per-second", 0},
    {"resident memory MB", "engine.memory.resident.megabytes", 0},
    {"of it outside the heap MB", "engine.memory.resident-outside-heap.megabytes", 1},
    {"of that not freed yet MB", "engine.memory.trimmed-outside-heap.megabytes", 1},
    {"live heap MB", "engine.memory.heap.megabytes", 1},
    {"metaspace MB", "engine.memory.metaspace.megabytes", 1},
    {"code cache MB", "engine.memory.code-cache.megabytes", 1},
    {"classes loaded", "engine.classes.loaded", 0},
    {"scrape: ms", "engine.scrape.wall.milliseconds", 2},
    {"scrape: bytes", "engine.scrape.bytes", 0},
    {"scrape: series", "engine.scrape.series", 0},
  };

  private static final Object[][] EMPTY = {
    {"wall s", "empty.wall.seconds", 3},
    {"CPU s", "empty.cpu.seconds", 3},
    {"peak memory MB", "empty.peak.megabytes", 1},
    {"idle for a moment: CPU s", "idle.cpu.seconds", 3},
    {"idle for a moment: peak memory MB", "idle.peak.megabytes", 1},
    {"classes loaded", "empty.classes", 0},
  };

  private final Figures figures;

  ApplicationTables(Figures figures) {
    this.figures = figures;
  }

  /** The small web application. */
  String web() {
    return application(WEB, true);
  }

  /** The application with a process engine. */
  String engine() {
    return application(ENGINE, false);
  }

  private String application(Object[][] rows, boolean withEmptyAgent) {
    List<String> header = new ArrayList<>(List.of("", "no agent"));
    if (withEmptyAgent) {
      header.add("an agent that does nothing");
    }
    header.addAll(List.of("OpenTelemetry", "Sidelight", "ratio"));
    Table table = new Table(header.toArray(String[]::new));
    for (Object[] row : rows) {
      String measurement = (String) row[1];
      int decimals = (Integer) row[2];
      boolean compared = figures.results().has(measurement, NONE);
      List<String> cells = new ArrayList<>();
      cells.add((String) row[0]);
      cells.add(figures.value(measurement, NONE, decimals));
      if (withEmptyAgent) {
        cells.add(figures.moreWithSpread(measurement, EMPTY_AGENT, decimals));
      }
      cells.add(
          compared
              ? figures.more(measurement, OTEL, decimals)
              : figures.value(measurement, OTEL, decimals));
      cells.add(
          compared
              ? figures.moreWithSpread(measurement, SIDELIGHT, decimals)
              : figures.value(measurement, SIDELIGHT, decimals));
      cells.add(figures.times(measurement, SIDELIGHT));
      table.row(cells.toArray(String[]::new));
    }
    return table.toString();
  }

  /** A program that does nothing, on both JDKs. */
  String empty() {
    Table table =
        new Table("", "no agent", "an agent that does nothing", "OpenTelemetry", "Sidelight");
    for (String[] jdk : new String[][] {{"start", "JDK 17"}, {"start25", "JDK 25"}}) {
      for (Object[] row : EMPTY) {
        String measurement = jdk[0] + "." + row[1];
        int decimals = (Integer) row[2];
        table.row(
            jdk[1] + ": " + row[0],
            figures.value(measurement, NONE, decimals),
            figures.more(measurement, EMPTY_AGENT, decimals),
            figures.more(measurement, OTEL, decimals),
            figures.moreWithSpread(measurement, SIDELIGHT, decimals));
      }
    }
    return table.toString();
  }

  /** What parts of Sidelight add to the start of the web application. */
  String starts() {
    Table table =
        new Table(
            "", "no agent", "an agent that does nothing", "Sidelight weaving nothing", "Sidelight");
    for (String what : new String[] {"wall", "cpu"}) {
      String measurement = "web.start." + what + ".seconds";
      table.row(
          what.equals("cpu") ? "CPU s" : "wall s",
          figures.value(measurement, NONE, 2),
          figures.moreWithSpread(measurement, EMPTY_AGENT, 2),
          figures.moreWithSpread(measurement, Variant.SIDELIGHT_WEAVING_NOTHING.id(), 2),
          figures.moreWithSpread(measurement, SIDELIGHT, 2));
    }
    return table.toString();
  }

  /** Where the start of the applications goes. */
  String spent() {
    Table table = new Table("", "web", "engine");
    spent(table, "classes seen", "classes-seen.count", 0, 1);
    spent(table, "of them parsed", "classes-parsed.count", 0, 1);
    spent(table, "of them woven", "classes-woven.count", 0, 1);
    spent(table, "`premain`: ms", "premain.seconds", 1, 1e3);
    spent(table, "deciding about all classes: ms", "matching.seconds", 1, 1e3);
    spent(table, "weaving the first class, with Byte Buddy's: ms", "first-weaving.seconds", 1, 1e3);
    spent(table, "weaving all others: ms", "weaving.seconds", 1, 1e3);
    return table.toString();
  }

  private void spent(Table table, String what, String name, int decimals, double scale) {
    table.row(
        what,
        Figures.number(scale * figures.results().median("web.start." + name, SIDELIGHT), decimals),
        Figures.number(
            scale * figures.results().median("engine.start." + name, SIDELIGHT), decimals));
  }
}
