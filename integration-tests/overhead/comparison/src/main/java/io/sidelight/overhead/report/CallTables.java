// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import static io.sidelight.overhead.report.Figures.NONE;
import static io.sidelight.overhead.report.Figures.OTEL;
import static io.sidelight.overhead.report.Figures.SIDELIGHT;

import io.sidelight.overhead.result.Results;

/** What single calls and recordings cost. */
final class CallTables {

  private static final String[][] CALLS = {
    {"servlet-request", "a request through Tomcat, client in memory"},
    {"jdbc-statement", "a query as text, H2 in memory"},
    {"jdbc-prepared", "a prepared query"},
    {"jdbc-pooled", "connection of HikariCP, prepare, query, close both"},
    {"jedis-memory", "a GET of Jedis, server in memory"},
    {"jedis-server", "a GET of Jedis, Redis"},
    {"lettuce-sync", "a GET of Lettuce, Redis, awaited"},
    {"lettuce-async", "a GET of Lettuce, Redis, one of a hundred"},
    {"caffeine-get", "a hit of Caffeine"},
    {"caffeine-get-or-load", "a hit of Caffeine, with a loader"},
    {"annotated-plain", "a method without annotation"},
    {"annotated-timed", "a method with `@Timed`"},
    {"annotated-counted", "a method with `@Counted`"},
  };

  private static final String[] RECORDERS = {
    "timer.sidelight", "timer.library", "timer.library-lookup",
    "counter.sidelight", "counter.library", "counter.library-lookup"
  };

  private final Figures figures;

  CallTables(Figures figures) {
    this.figures = figures;
  }

  /** One thread, nanoseconds and bytes. */
  String calls() {
    Table table =
        new Table(
            "",
            "no agent ns",
            "OpenTelemetry",
            "Sidelight",
            "no agent B",
            "OpenTelemetry",
            "Sidelight",
            "Sidelight, unoptimized");
    for (String[] call : CALLS) {
      String time = "call." + call[0] + ".1-thread.nanoseconds";
      String bytes = "call." + call[0] + ".1-thread.bytes";
      if (!figures.results().has(time, NONE)) {
        continue; // not yet measured
      }
      table.row(
          call[1],
          figures.value(time, NONE, 0),
          figures.more(time, OTEL, 0),
          figures.moreWithSpread(time, SIDELIGHT, 0),
          figures.value(bytes, NONE, 0),
          figures.more(bytes, OTEL, 0),
          figures.more(bytes, SIDELIGHT, 1),
          figures.more("call." + call[0] + ".unoptimized.bytes", SIDELIGHT, 1));
    }
    return table.toString();
  }

  /** As many threads as processors. */
  String contended() {
    Table table = new Table("", "no agent ns", "Sidelight ns", "Sidelight B");
    for (String[] call : CALLS) {
      String time = "call." + call[0] + ".all-cores.nanoseconds";
      if (figures.results().has(time, SIDELIGHT)) {
        table.row(
            call[1],
            figures.value(time, NONE, 0),
            figures.moreWithSpread(time, SIDELIGHT, 0),
            figures.more("call." + call[0] + ".all-cores.bytes", SIDELIGHT, 1));
      }
    }
    return table.toString();
  }

  /** Virtual threads; none without a JDK that has them. */
  String virtualThreads() {
    Table table =
        new Table(
            "a virtual thread that makes", "no agent ns", "Sidelight", "no agent B", "Sidelight");
    for (String calls : new String[] {"1-call", "100-calls"}) {
      String name = "call.virtual-thread-" + calls;
      table.row(
          calls.replace('-', ' '),
          figures.value(name + ".nanoseconds", NONE, 0),
          figures.moreWithSpread(name + ".nanoseconds", SIDELIGHT, 0),
          figures.value(name + ".bytes", NONE, 0),
          figures.more(name + ".bytes", SIDELIGHT, 0));
    }
    return table.toString();
  }

  /** Nanoseconds of one recording, and millions of recordings in a second, by threads. */
  String recorders() {
    Table table = new Table("", "1 thread", "2 threads", "4 threads", "8 threads", "B");
    for (String recorder : RECORDERS) {
      String name = "recorder." + recorder;
      table.row(
          "`" + recorder + "`",
          recording(name, 1),
          recording(name, 2),
          recording(name, 4),
          recording(name, 8),
          figures.value(name + ".1-thread.bytes", NONE, 1));
    }
    return table.toString();
  }

  private String recording(String name, int threads) {
    String measurement =
        name + (threads == 1 ? ".1-thread" : "." + threads + "-threads") + ".nanoseconds";
    Results results = figures.results();
    double nanos = results.median(measurement, NONE);
    return Figures.number(nanos, 1) + " ns, " + Figures.number(threads * 1e3 / nanos, 0) + " M/s";
  }
}
