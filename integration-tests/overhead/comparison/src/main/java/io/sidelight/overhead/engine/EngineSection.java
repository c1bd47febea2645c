// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.engine;

import io.sidelight.overhead.Plan;
import io.sidelight.overhead.Section;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.load.AppRun;
import io.sidelight.overhead.load.Load;
import io.sidelight.overhead.load.Load.Cost;
import io.sidelight.overhead.load.ScrapeCost;
import io.sidelight.overhead.load.Spent;
import io.sidelight.overhead.result.Results;
import io.sidelight.testkit.Scrape;
import java.util.List;

/**
 * The application in {@code engine}: Spring Boot, Flowable on H2 in memory behind HikariCP, as
 * large as usual business applications are. Each request runs a process from its start to its end.
 * It starts with all processors, and has one while it is loaded; the generator has another.
 *
 * <ul>
 *   <li>{@code engine.start.wall.seconds}, {@code engine.start.cpu.seconds}: from before the
 *       process until its first answer was read
 *   <li>{@code engine.start.premain.seconds} and other {@code engine.start} of {@link Spent}: where
 *       Sidelight says that its part of that went; {@code sidelight} only
 *   <li>{@code engine.request.cpu.microseconds}, {@code engine.request.bytes}: processor time of
 *       the application and what all its threads allocated for each request, in a closed loop after
 *       a warm-up
 *   <li>{@code engine.request.throughput.per-second}: in that time
 *   <li>{@code engine.request.statements}: database calls by request, as the agent counted them,
 *       with the few hundred of the start; {@code sidelight} only
 *   <li>{@code engine.scrape.wall.milliseconds}, {@code engine.scrape.bytes}, {@code
 *       engine.scrape.series}: the median scrape after all of the load; none without agent
 *   <li>{@code engine.memory.resident.megabytes}, {@code
 *       engine.memory.resident-outside-heap.megabytes}: then, of the process, and without the pages
 *       of its heap; {@code engine.memory.trimmed-outside-heap.megabytes}: at last, without what
 *       the C library keeps of the memory that the JVM has freed
 *   <li>{@code engine.memory.heap.megabytes}, {@code engine.memory.metaspace.megabytes}, {@code
 *       engine.memory.code-cache.megabytes}, {@code engine.classes.loaded}: then, after its garbage
 *       was collected
 * </ul>
 *
 * Megabytes are 10^6 bytes.
 */
public final class EngineSection implements Section {

  private static final String PATH = "/orders";

  /** Fewer than the application's threads: they share a small database. */
  private static final int CONNECTIONS = 4;

  private static final int MAX_WARM_UP_SECONDS = 15;
  private static final int WINDOW_SECONDS = 8;
  private static final double MEGA = 1e6;

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public void measure(Plan plan, Results results) {
    try (Load load = Load.start()) {
      for (int round = 1; round <= plan.rounds(); round++) {
        for (Variant variant : Variant.COMPARED) {
          measure(plan, load, variant, new Sink(results, variant, round));
        }
      }
    }
  }

  /** Where the figures of one run go. */
  private record Sink(Results results, Variant variant, int round) {
    void add(String measurement, double value) {
      results.add("engine." + measurement, variant.id(), round, value);
    }
  }

  private static void measure(Plan plan, Load load, Variant variant, Sink sink) {
    String main = "io.sidelight.overhead.app.engine.Main";
    try (AppRun app = AppRun.start(variant, "engine", main, List.of())) {
      AppRun.Start start = app.firstAnswer(PATH);
      sink.add("start.wall.seconds", start.wallSeconds());
      sink.add("start.cpu.seconds", start.cpuSeconds());
      if (variant == Variant.SIDELIGHT) {
        Spent.ask(app, sink::add);
      }
      int maxWarmUp = plan.seconds(MAX_WARM_UP_SECONDS);
      long requests = 1 + load.warmUp(app, PATH, CONNECTIONS, maxWarmUp);
      app.pin();
      Cost cost = load.closedLoop(app, PATH, CONNECTIONS, plan.seconds(WINDOW_SECONDS));
      requests += cost.requests();
      sink.add("request.cpu.microseconds", cost.cpuMicrosPerRequest());
      sink.add("request.bytes", cost.bytesPerRequest());
      sink.add("request.throughput.per-second", cost.requestsPerSecond());
      if (variant != Variant.NONE) {
        scrape(app, requests, sink);
      }
      memory(app, sink);
    }
  }

  private static void scrape(AppRun app, long requests, Sink sink) {
    ScrapeCost cost = ScrapeCost.measure(app);
    sink.add("scrape.wall.milliseconds", cost.medianMillis());
    sink.add("scrape.bytes", cost.bytes());
    sink.add("scrape.series", cost.last().samples().size());
    Scrape scrape = cost.last();
    if (sink.variant == Variant.SIDELIGHT) {
      require(requests, scrape, "http_requests_total", "endpoint", PATH, "status", "200");
      for (String errors :
          List.of(
              "sidelight_advice_errors_total",
              "sidelight_transform_errors_total",
              "sidelight_label_overflow_total",
              "sidelight_metric_conflicts_total")) {
        require(0, scrape, errors);
      }
      double statements = scrape.sum("db_queries_total", "status", "success");
      if (statements < requests) {
        throw new IllegalStateException("database calls were missed: " + statements);
      }
      sink.add("request.statements", statements / requests);
    } else {
      require(requests, scrape, "http_server_request_duration_seconds_count", "http_route", PATH);
    }
  }

  private static void require(long wanted, Scrape scrape, String name, String... labels) {
    double found = scrape.sum(name, labels);
    if (found != wanted) {
      throw new IllegalStateException(
          name + List.of(labels) + " is " + found + " and not " + wanted + ":\n" + scrape.text());
    }
  }

  private static void memory(AppRun app, Sink sink) {
    AppRun.Resident resident = app.resident();
    sink.add("memory.resident.megabytes", resident.megabytes());
    sink.add("memory.resident-outside-heap.megabytes", resident.outsideHeapMegabytes());
    AppRun.Stats stats = app.stats();
    sink.add("memory.heap.megabytes", stats.heapBytes() / MEGA);
    sink.add("memory.metaspace.megabytes", stats.metaspaceBytes() / MEGA);
    sink.add("memory.code-cache.megabytes", stats.codeCacheBytes() / MEGA);
    sink.add("classes.loaded", stats.classes());
    app.jvm().trim();
    sink.add("memory.trimmed-outside-heap.megabytes", app.resident().outsideHeapMegabytes());
  }
}
