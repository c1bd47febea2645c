// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.web;

import io.sidelight.overhead.Plan;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.load.AppRun;
import io.sidelight.overhead.load.Load;
import io.sidelight.overhead.load.Load.Cost;
import io.sidelight.overhead.load.Load.Latency;
import io.sidelight.overhead.load.ScrapeCost;
import io.sidelight.overhead.result.Results;
import java.util.List;

/** One application from its first answer on, with all of its load. Used once, by one thread. */
final class LoadedRun {

  /** For each path: more than it takes on a machine that does nothing else. */
  private static final int MAX_WARM_UP_SECONDS = 20;

  private static final int MIXED_SECONDS = 8;
  private static final int FIXED_RATE_SECONDS = 6;
  private static final int OTHER_SECONDS = 5;

  /** Twice the application's threads, so that none waits for a request. */
  private static final int CONNECTIONS = 16;

  /** Well below what any variant can do. */
  private static final int FIXED_RATE = 2000;

  private static final int FIXED_RATE_CONNECTIONS = 8;

  /** Less than this of a processor used by the application: something else set the pace. */
  private static final double SATURATED = 0.85;

  /** Another machine on the same host may take the processor away for a while. */
  private static final int MAX_WINDOWS = 4;

  private static final double MEGA = 1e6;

  private final Plan plan;
  private final Load load;
  private final AppRun app;
  private final Variant variant;
  private final int round;
  private final Results results;
  private final Sent sent = new Sent();

  LoadedRun(Plan plan, Load load, AppRun app, Variant variant, int round, Results results) {
    this.plan = plan;
    this.load = load;
    this.app = app;
    this.variant = variant;
    this.round = round;
    this.results = results;
  }

  /** Measures everything there is to measure while it runs. */
  void measure() {
    app.firstAnswer(Sent.MIXED);
    sent.add(Sent.MIXED, 1);
    for (String path : List.of(Sent.JDBC, Sent.REDIS, Sent.MIXED)) {
      warmUp(path);
    }
    app.pin();
    mixed();
    fixedRate();
    Cost empty = cost(Sent.EMPTY, OTHER_SECONDS);
    add("web.empty.cpu.microseconds", empty.cpuMicrosPerRequest());
    add("web.empty.bytes", empty.bytesPerRequest());
    calls("web.jdbc-call", Sent.JDBC, Sent.QUERIES, empty);
    calls("web.redis-call", Sent.REDIS, Sent.COMMANDS, empty);
    if (variant == Variant.SIDELIGHT || variant == Variant.OTEL) {
      scrape();
    }
    memory();
  }

  private void mixed() {
    Cost cost = cost(Sent.MIXED, MIXED_SECONDS);
    for (int i = 1; i < MAX_WINDOWS && !setThePace(cost); i++) {
      cost = cost(Sent.MIXED, MIXED_SECONDS);
    }
    add("web.mixed.throughput.per-second", cost.requestsPerSecond());
    add("web.mixed.cpu.microseconds", cost.cpuMicrosPerRequest());
    add("web.mixed.bytes", cost.bytesPerRequest());
    add("web.mixed.cpu.ratio", cost.cpuUse());
    if (!setThePace(cost)) {
      throw new IllegalStateException("the application was not what set the pace: " + cost);
    }
  }

  private boolean setThePace(Cost cost) {
    return plan.quick() || cost.cpuUse() >= SATURATED;
  }

  private void fixedRate() {
    Latency latency =
        load.fixedRate(
            app, Sent.MIXED, FIXED_RATE_CONNECTIONS, FIXED_RATE, plan.seconds(FIXED_RATE_SECONDS));
    sent.add(Sent.MIXED, latency.requests());
    add("web.fixed-rate.p50.microseconds", latency.p50Micros());
    add("web.fixed-rate.p99.microseconds", latency.p99Micros());
  }

  private void calls(String measurement, String path, int calls, Cost empty) {
    Cost cost = cost(path, OTHER_SECONDS);
    add(
        measurement + ".cpu.microseconds",
        (cost.cpuMicrosPerRequest() - empty.cpuMicrosPerRequest()) / calls);
    add(measurement + ".bytes", (cost.bytesPerRequest() - empty.bytesPerRequest()) / calls);
  }

  private void warmUp(String path) {
    sent.add(path, load.warmUp(app, path, CONNECTIONS, plan.seconds(MAX_WARM_UP_SECONDS)));
  }

  private Cost cost(String path, int seconds) {
    warmUp(path);
    Cost cost = load.closedLoop(app, path, CONNECTIONS, plan.seconds(seconds));
    sent.add(path, cost.requests());
    return cost;
  }

  private void scrape() {
    ScrapeCost cost = ScrapeCost.measure(app);
    add("web.scrape.wall.milliseconds", cost.medianMillis());
    add("web.scrape.bytes", cost.bytes());
    add("web.scrape.series", cost.last().samples().size());
    if (variant == Variant.SIDELIGHT) {
      sent.requireFromSidelight(cost.last());
    } else {
      sent.requireFromOtel(cost.last());
    }
  }

  private void memory() {
    AppRun.Resident resident = app.resident();
    add("web.memory.resident.megabytes", resident.megabytes());
    add("web.memory.resident-outside-heap.megabytes", resident.outsideHeapMegabytes());
    AppRun.Stats stats = app.stats();
    add("web.memory.heap.megabytes", stats.heapBytes() / MEGA);
    add("web.memory.metaspace.megabytes", stats.metaspaceBytes() / MEGA);
    add("web.memory.code-cache.megabytes", stats.codeCacheBytes() / MEGA);
    add("web.classes.loaded", stats.classes());
    app.jvm().trim();
    add("web.memory.trimmed-outside-heap.megabytes", app.resident().outsideHeapMegabytes());
  }

  private void add(String measurement, double value) {
    results.add(measurement, variant.id(), round, value);
  }
}
