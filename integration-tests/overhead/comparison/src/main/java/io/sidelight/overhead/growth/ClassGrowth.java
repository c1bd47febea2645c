// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.growth;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.Plan;
import io.sidelight.overhead.jvm.ChildJvm;
import io.sidelight.overhead.jvm.Launch;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.result.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start of programs with many classes. */
final class ClassGrowth {

  private static final String PREFIX = "growth.classes.";

  private final int few;
  private final int many;
  private final Results results;
  private final Path jar;

  ClassGrowth(Plan plan, Results results) {
    this.few = plan.quick() ? 500 : 5_000;
    this.many = plan.quick() ? 2_000 : 20_000;
    this.results = results;
    this.jar = Layout.generated().resolve("synthetic-classes.jar");
    results.add(PREFIX + "mean.bytes", Variant.NONE.id(), 1, SyntheticClasses.write(jar, many));
    for (Variant variant : List.of(Variant.SIDELIGHT, Variant.OTEL)) {
      checkThatItSees(variant);
    }
  }

  void measure(int round) {
    for (Variant variant : Variant.COMPARED) {
      Launch small = launch(variant, ChildJvm.freePort(), few);
      Launch large = launch(variant, ChildJvm.freePort(), many);
      add(few + ".wall.seconds", variant, round, small.wallSeconds());
      add(few + ".cpu.seconds", variant, round, small.cpuSeconds());
      add(many + ".wall.seconds", variant, round, large.wallSeconds());
      add(many + ".cpu.seconds", variant, round, large.cpuSeconds());
      double thousands = (many - few) / 1000.0;
      double wall = large.wallSeconds() - small.wallSeconds();
      double cpu = large.cpuSeconds() - small.cpuSeconds();
      add("per-thousand.wall.milliseconds", variant, round, 1000 * wall / thousands);
      add("per-thousand.cpu.milliseconds", variant, round, 1000 * cpu / thousands);
    }
  }

  /** A launch that is not measured, as asking for metrics loads classes. */
  private void checkThatItSees(Variant variant) {
    int port = ChildJvm.freePort();
    Launch launch = launch(variant, port, few, "http://127.0.0.1:" + port + "/metrics");
    double seen =
        switch (variant) {
          case SIDELIGHT -> sum(launch, "sidelight_classes_seen_total");
          default -> sum(launch, "jvm_class_loaded_total");
        };
    double errors = sum(launch, "sidelight_transform_errors_total");
    if (seen < few || errors != 0) {
      throw new IllegalStateException(
          variant.id() + " saw " + seen + " classes and made " + errors + " errors");
    }
  }

  private static double sum(Launch launch, String name) {
    return launch.lines().stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private Launch launch(Variant variant, int port, int count, String... more) {
    List<String> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC"));
    arguments.addAll(variant.options(port));
    String classpath = jar + ":" + Layout.comparisonClasses();
    arguments.addAll(List.of("-cp", classpath, LoadMain.class.getName(), Integer.toString(count)));
    arguments.addAll(List.of(more));
    Launch launch = Launch.of(Layout.java(), arguments);
    if (!launch.lines().contains(LoadMain.LOADED + count)) {
      throw new IllegalStateException("not all classes were loaded: " + launch.lines());
    }
    return launch;
  }

  private void add(String measurement, Variant variant, int round, double value) {
    results.add(PREFIX + measurement, variant.id(), round, value);
  }
}
