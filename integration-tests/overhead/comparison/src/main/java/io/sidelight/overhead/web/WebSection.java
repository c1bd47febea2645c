// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.web;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.Plan;
import io.sidelight.overhead.Section;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.load.AppRun;
import io.sidelight.overhead.load.Load;
import io.sidelight.overhead.load.Spent;
import io.sidelight.overhead.result.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The application in {@code web}: embedded Tomcat, HikariCP on H2 in memory, Jedis. Calls hardly
 * get cheaper, so the ratios are close to the worst case. It warms up, with all processors, until
 * there is little left to compile. Then it has one processor, and the generator and Redis share
 * another.
 *
 * <ul>
 *   <li>{@code web.start.wall.seconds}, {@code web.start.cpu.seconds}: from before the process
 *       until its first answer of {@code /mixed} was read, with all processors; several starts a
 *       round, numbered ten times the round and on
 *   <li>{@code web.start.premain.seconds} and other {@code web.start} of {@link Spent}: where
 *       Sidelight says that its part of that went; {@code sidelight} only
 *   <li>{@code web.mixed.throughput.per-second}: answers of {@code /mixed}, five queries and two
 *       GETs each, as fast as they come
 *   <li>{@code web.mixed.cpu.microseconds}, {@code web.mixed.bytes}: processor time of the
 *       application and what all its threads allocated, in that time, for each request
 *   <li>{@code web.mixed.cpu.ratio}: how much of its processor the application used in that time;
 *       near 1 if it was the application that set the pace
 *   <li>{@code web.fixed-rate.p50.microseconds}, {@code web.fixed-rate.p99.microseconds}: how long
 *       answers of {@code /mixed} took at a rate that leaves the processor idle most of the time,
 *       see {@link Load#fixedRate}
 *   <li>{@code web.empty.cpu.microseconds}, {@code web.empty.bytes}: for each request that makes no
 *       calls
 *   <li>{@code web.jdbc-call.cpu.microseconds}, {@code web.jdbc-call.bytes}, {@code
 *       web.redis-call.cpu.microseconds}, {@code web.redis-call.bytes}: for each query and GET, of
 *       requests that make many, less what an empty request takes
 *   <li>{@code web.scrape.wall.milliseconds}, {@code web.scrape.bytes}, {@code web.scrape.series}:
 *       the median scrape, on a connection that is kept, after all of the load; none without agent
 *   <li>{@code web.memory.resident.megabytes}, {@code web.memory.resident-outside-heap.megabytes}:
 *       then, of the process, and without the heap's pages: how many of these were ever used
 *       depends on how the collector sized its generations
 *   <li>{@code web.memory.trimmed-outside-heap.megabytes}: at last, without what the C library
 *       keeps of the memory that the JVM has freed
 *   <li>{@code web.memory.heap.megabytes}, {@code web.memory.metaspace.megabytes}, {@code
 *       web.memory.code-cache.megabytes}, {@code web.classes.loaded}: then, after its garbage was
 *       collected
 *   <li>{@code jar.bytes}: the agent's file
 * </ul>
 *
 * Megabytes are 10^6 bytes.
 */
public final class WebSection implements Section {

  private static final String MODULE = "web";
  private static final String MAIN = "io.sidelight.overhead.app.web.Main";

  private static final int STARTS = 3;

  private static final List<Variant> STARTED = List.of(Variant.values());

  /** With an agent that does nothing: what the JVM compiles differs even with that. */
  private static final List<Variant> LOADED =
      List.of(Variant.NONE, Variant.EMPTY_AGENT, Variant.SIDELIGHT, Variant.OTEL);

  @Override
  public String name() {
    return "web";
  }

  @Override
  public void measure(Plan plan, Results results) {
    results.add("jar.bytes", Variant.SIDELIGHT.id(), 1, size(Layout.agentJar()));
    results.add("jar.bytes", Variant.OTEL.id(), 1, size(Layout.otelJar()));
    try (Load load = Load.start()) {
      Path folder = Layout.overhead().resolve("web/target/tomcat");
      List<String> arguments = List.of(Integer.toString(load.startRedis()), folder.toString());
      for (int round = 1; round <= plan.rounds(); round++) {
        for (int i = 0; i < (plan.quick() ? 1 : STARTS); i++) {
          for (Variant variant : STARTED) {
            start(variant, arguments, 10 * round + i, results);
          }
        }
        for (Variant variant : LOADED) {
          try (AppRun app = AppRun.startForLoad(variant, MODULE, MAIN, arguments)) {
            new LoadedRun(plan, load, app, variant, round, results).measure();
          }
        }
      }
    }
  }

  private static void start(Variant variant, List<String> arguments, int round, Results results) {
    try (AppRun app = AppRun.start(variant, MODULE, MAIN, arguments)) {
      AppRun.Start start = app.firstAnswer(Sent.MIXED);
      results.add("web.start.wall.seconds", variant.id(), round, start.wallSeconds());
      results.add("web.start.cpu.seconds", variant.id(), round, start.cpuSeconds());
      if (variant == Variant.SIDELIGHT) {
        Spent.ask(app, (name, value) -> results.add("web." + name, variant.id(), round, value));
      }
    }
  }

  private static double size(Path file) {
    try {
      return (double) Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
