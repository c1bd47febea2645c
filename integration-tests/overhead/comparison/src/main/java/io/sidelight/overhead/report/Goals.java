// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static io.sidelight.overhead.report.Figures.NONE;
import static io.sidelight.overhead.report.Figures.OTEL;
import static io.sidelight.overhead.report.Figures.SIDELIGHT;

import io.sidelight.overhead.result.Results;
import java.util.ArrayList;
import java.util.List;

/** The goals, and what was reached. */
final class Goals {

  /** How a figure is compared. */
  private enum Kind {
    /** With the same figure without agent: by how much it is more. */
    MORE,
    /** With the same figure without agent: how many times that it is. */
    TIMES,
    /** Not at all. */
    VALUE
  }

  /**
   * A goal.
   *
   * @param least whether {@code bound} is a least value; else it is a most
   * @param slack what a figure may miss the bound by because that is how exactly it can be read
   */
  private record Goal(
      String what,
      String measurement,
      Kind kind,
      boolean least,
      double bound,
      double slack,
      int decimals,
      double scale) {}

  private static final List<Goal> GOALS =
      List.of(
          more("empty `main`: wall s", "start.empty.wall.seconds", 0.15, 3),
          more("empty `main`: CPU s", "start.empty.cpu.seconds", 0.2, 3),
          more("empty `main`: peak memory MB", "start.empty.peak.megabytes", 20, 1),
          more("web: start to first answer, wall s", "web.start.wall.seconds", 0.35, 2),
          times("web: CPU µs a request", "web.mixed.cpu.microseconds", 1.03, false, 1),
          more("web: bytes allocated a request", "web.mixed.bytes", 50, 0),
          times("web: requests/s on one core", "web.mixed.throughput.per-second", 0.97, true, 0),
          more("web: resident memory MB", "web.memory.resident.megabytes", 15, 1),
          more("web: live heap MB", "web.memory.heap.megabytes", 3, 1),
          more("web: metaspace MB", "web.memory.metaspace.megabytes", 8, 1),
          more("web: code cache MB", "web.memory.code-cache.megabytes", 3, 1),
          more("web: classes loaded", "web.classes.loaded", 1500, 0),
          call("one JDBC query (prepared): ns", "call.jdbc-prepared", 120),
          bytes("one JDBC query (prepared): bytes", "call.jdbc-prepared.unoptimized.bytes"),
          call("one JDBC query (text): ns", "call.jdbc-statement", 120),
          bytes("one JDBC query (text): bytes", "call.jdbc-statement.unoptimized.bytes"),
          call("one Jedis GET: ns", "call.jedis-memory", 120),
          bytes("one Jedis GET: bytes", "call.jedis-memory.unoptimized.bytes"),
          call("one empty HTTP request: ns", "call.servlet-request", 500),
          bytes("one empty HTTP request: bytes", "call.servlet-request.unoptimized.bytes"),
          call("one annotated method: ns", "call.annotated-timed", 120),
          bytes("one annotated method: bytes", "call.annotated-timed.1-thread.bytes"),
          value("scrape of 1,000 series: ms", "growth.scrape.plain.1000.milliseconds", 3, 2, 1),
          value("agent JAR: MB", "jar.bytes", 5, 2, 1e-6),
          more("engine: start to first answer, wall s", "engine.start.wall.seconds", 0.5, 2),
          more("engine: bytes allocated a request", "engine.request.bytes", 200, 0),
          more("engine: resident memory MB", "engine.memory.resident.megabytes", 15, 1),
          value("engine: scrape ms", "engine.scrape.wall.milliseconds", 5, 2, 1),
          value("scrape of 20,000 series: ms", "growth.scrape.plain.20000.milliseconds", 30, 1, 1),
          more(
              "1,000 more classes loaded: wall ms",
              "growth.classes.per-thousand.wall.milliseconds",
              25,
              1),
          value("a plain series: bytes of heap", "growth.memory.plain.bytes", 400, 0, 1),
          value("a histogram: bytes of heap", "growth.memory.histogram.bytes", 1500, 0, 1));

  private final Figures figures;

  Goals(Figures figures) {
    this.figures = figures;
  }

  private static Goal more(String what, String measurement, double most, int decimals) {
    return new Goal(what, measurement, Kind.MORE, false, most, 0, decimals, 1);
  }

  private static Goal times(
      String what, String measurement, double bound, boolean least, int decimals) {
    return new Goal(what, measurement, Kind.TIMES, least, bound, 0, decimals, 1);
  }

  private static Goal call(String what, String call, double most) {
    return new Goal(what, call + ".1-thread.nanoseconds", Kind.MORE, false, most, 0, 0, 1);
  }

  /** None at all; a byte is what the harness itself allocates, spread over many calls. */
  private static Goal bytes(String what, String measurement) {
    return new Goal(what, measurement, Kind.MORE, false, 0, 1, 1, 1);
  }

  private static Goal value(
      String what, String measurement, double most, int decimals, double scale) {
    return new Goal(what, measurement, Kind.VALUE, false, most, 0, decimals, scale);
  }

  /** One row for each goal. */
  String table() {
    Table table = new Table("", "no agent", "OpenTelemetry", "**Sidelight**", "to reach", "");
    for (Goal goal : GOALS) {
      table.row(
          goal.what,
          goal.kind == Kind.VALUE
              ? Figures.UNKNOWN
              : figures.value(goal.measurement, NONE, goal.decimals),
          figure(goal, OTEL, false),
          "**" + figure(goal, SIDELIGHT, true) + "**",
          bound(goal),
          verdict(goal));
    }
    return table.toString();
  }

  /** What was not reached, by what it is; empty if all was. */
  List<String> missed() {
    List<String> missed = new ArrayList<>();
    for (Goal goal : GOALS) {
      if (!isReached(goal)) {
        missed.add(goal.what);
      }
    }
    return missed;
  }

  private String figure(Goal goal, String variant, boolean spread) {
    return switch (goal.kind) {
      case MORE ->
          spread
              ? figures.moreWithSpread(goal.measurement, variant, goal.decimals)
              : figures.more(goal.measurement, variant, goal.decimals);
      case TIMES ->
          spread
              ? figures.timesWithSpread(goal.measurement, variant)
              : figures.times(goal.measurement, variant);
      case VALUE -> Figures.number(reached(goal, variant), goal.decimals);
    };
  }

  private static String bound(Goal goal) {
    String sign =
        switch (goal.kind) {
          case MORE -> "+";
          case TIMES -> "×";
          case VALUE -> "";
        };
    int decimals = goal.bound == Math.rint(goal.bound) ? 0 : 2;
    return goal.bound == 0
        ? "0"
        : (goal.least ? "≥ " : "≤ ") + sign + Figures.number(goal.bound, decimals);
  }

  private String verdict(Goal goal) {
    return Double.isNaN(reached(goal, SIDELIGHT)) ? "?" : isReached(goal) ? "✓" : "missed";
  }

  private boolean isReached(Goal goal) {
    double reached = reached(goal, SIDELIGHT);
    return goal.least ? reached >= goal.bound : reached <= goal.bound + goal.slack;
  }

  private double reached(Goal goal, String variant) {
    Results results = figures.results();
    return goal.scale
        * switch (goal.kind) {
          case MORE -> results.medianDifference(goal.measurement, variant, NONE);
          case TIMES -> results.medianRatio(goal.measurement, variant, NONE);
          case VALUE -> results.median(goal.measurement, variant);
        };
  }
}
