// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.calls;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.jvm.ChildJvm;
import io.sidelight.overhead.jvm.Complaints;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.result.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs benchmarks, each in a new JVM.
 *
 * @param java the command
 * @param options of the JVM that starts the measured one
 * @param round in which the figures are
 * @param halfSeconds how long a benchmark warms up, and then is measured
 * @param results where the figures go
 */
record JmhRun(Path java, List<String> options, int round, int halfSeconds, Results results) {

  private static final String PROGRAM = "io.sidelight.overhead.benchmarks.RunOne";

  /** All figures are of JVMs with this heap and collector. */
  private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC");

  /** With the JDK that this program runs on. */
  static JmhRun of(int round, int halfSeconds, Results results) {
    return new JmhRun(Layout.java(), List.of(), round, halfSeconds, results);
  }

  /** As this, with a JDK 25, which complains of JMH if it may. */
  JmhRun on(Path java25) {
    List<String> silent = List.of("--sun-misc-unsafe-memory-access=allow");
    return new JmhRun(java25, silent, round, halfSeconds, results);
  }

  /** Measures {@code call} with each agent in turn. */
  void measure(String measurement, Call call, int threads, List<Variant> variants) {
    for (Variant variant : variants) {
      Figures figures = run(call, threads, variant, List.of());
      add(measurement + ".nanoseconds", variant, figures.nanoseconds);
      add(measurement + ".bytes", variant, figures.bytes);
    }
  }

  /** Measures what {@code call} allocates where the compiler may not leave any of it out. */
  void measureUnoptimized(String measurement, Call call, List<Variant> variants) {
    for (Variant variant : variants) {
      Figures figures = run(call, 1, variant, List.of("-XX:-DoEscapeAnalysis"));
      add(measurement + ".bytes", variant, figures.bytes);
    }
  }

  private void add(String measurement, Variant variant, double value) {
    results.add(measurement, variant.id(), round, value);
    System.out.printf("overhead: %s %s: %.2f%n", measurement, variant.id(), value);
  }

  private Figures run(Call call, int threads, Variant variant, List<String> more) {
    int port = ChildJvm.freePort();
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-cp", Layout.classpath("benchmarks"), PROGRAM, call.method()));
    for (int number : new int[] {threads, halfSeconds, halfSeconds}) {
      arguments.add(Integer.toString(number));
    }
    arguments.add(call.check(variant, port));
    arguments.addAll(OPTIONS);
    arguments.addAll(more);
    arguments.addAll(variant.options(port));
    try (ChildJvm program = ChildJvm.start(-1, java, arguments)) {
      Figures figures =
          new Figures(
              Double.parseDouble(program.awaitValue("nanoseconds ")),
              Double.parseDouble(program.awaitValue("bytes ")));
      program.awaitEnd();
      Complaints.check(program.errors());
      return figures;
    }
  }

  private record Figures(double nanoseconds, double bytes) {}
}
