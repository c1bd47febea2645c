// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.start;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.Plan;
import io.sidelight.overhead.Section;
import io.sidelight.overhead.jvm.ChildJvm;
import io.sidelight.overhead.jvm.Launch;
import io.sidelight.overhead.jvm.Variant;
import io.sidelight.overhead.result.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent adds to a program that does nothing, with default options of the JVM, and what one
 * adds that does nothing either. Measurements:
 *
 * <ul>
 *   <li>{@code start.empty.wall.seconds}, {@code start.empty.cpu.seconds}: a whole process, whose
 *       {@code main} is empty; three turns a round (the peer on JDK 25: one), each a round of its
 *       own in the results
 *   <li>{@code start.empty.peak.megabytes}: the most resident memory of such a process, read as the
 *       last act of its {@code main}
 *   <li>{@code start.idle.cpu.seconds}, {@code start.idle.peak.megabytes}: the same where {@code
 *       main} sleeps for 0.8 s: with what an agent does after it let {@code main} begin
 *   <li>{@code start.empty.classes}: classes loaded by the program that does nothing; {@code
 *       start.empty.agent.classes}: those among them that are neither the JDK's nor the program's.
 *       Read in the first round: they hardly vary
 * </ul>
 *
 * <p>On the JDK that runs this; and with {@code start25} instead of {@code start} on a JDK 25, if
 * there is one. Peaks are in units of 10^6 bytes.
 */
public final class StartSection implements Section {

  private static final int TURNS_PER_ROUND = 3;
  private static final int IDLE_MILLIS = 800;
  private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] (\\S+) source:");
  private static final List<String> NOT_OF_AGENTS =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "io.sidelight.overhead.");

  private static final List<Variant> VARIANTS =
      List.of(Variant.NONE, Variant.EMPTY_AGENT, Variant.SIDELIGHT, Variant.OTEL);

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void measure(Plan plan, Results results) {
    measure("start", Layout.java(), TURNS_PER_ROUND, plan, results);
    @Nullable Path java25 = Layout.java25();
    if (java25 == null) {
      System.out.println("start: no JDK 25 or later is installed, nothing is measured on one");
    } else {
      // The peer's start takes seconds, and that is known from above.
      measure("start25", java25, 1, plan, results);
    }
  }

  private static void measure(
      String prefix, Path java, int turnsOfPeer, Plan plan, Results results) {
    int turns = plan.quick() ? 1 : TURNS_PER_ROUND;
    for (Variant variant : VARIANTS) {
      classes(prefix, java, variant, results);
    }
    for (int round = 1; round <= plan.rounds(); round++) {
      for (int turn = 0; turn < turns; turn++) {
        int number = (round - 1) * turns + turn + 1;
        for (Variant variant : VARIANTS) {
          if (turn < turnsOfPeer || variant != Variant.OTEL) {
            Launch launch = launch(java, variant, List.of(), EmptyMain.class.getName());
            results.add(prefix + ".empty.wall.seconds", variant.id(), number, launch.wallSeconds());
            results.add(prefix + ".empty.cpu.seconds", variant.id(), number, launch.cpuSeconds());
          }
        }
      }
      for (Variant variant : VARIANTS) {
        Launch brief = launch(java, variant, List.of(), PeakMain.class.getName(), "0");
        results.add(prefix + ".empty.peak.megabytes", variant.id(), round, peakMegabytes(brief));
        Launch idle =
            launch(
                java, variant, List.of(), PeakMain.class.getName(), Integer.toString(IDLE_MILLIS));
        results.add(prefix + ".idle.cpu.seconds", variant.id(), round, idle.cpuSeconds());
        results.add(prefix + ".idle.peak.megabytes", variant.id(), round, peakMegabytes(idle));
      }
    }
  }

  private static Launch launch(
      Path java, Variant variant, List<String> options, String main, String... args) {
    List<String> arguments = new ArrayList<>(variant.options(ChildJvm.freePort()));
    arguments.addAll(options);
    arguments.addAll(List.of("-cp", Layout.comparisonClasses().toString(), main));
    arguments.addAll(List.of(args));
    return Launch.of(java, arguments);
  }

  private static double peakMegabytes(Launch launch) {
    String line = launch.lines().get(launch.lines().size() - 1);
    if (!line.startsWith(PeakMain.PEAK) || !line.endsWith(" kB")) {
      throw new IllegalStateException("no peak memory: " + launch.lines());
    }
    return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
  }

  private static void classes(String prefix, Path java, Variant variant, Results results) {
    try {
      Path log = Files.createTempFile("classes", ".log");
      launch(java, variant, List.of("-Xlog:class+load:file=" + log), EmptyMain.class.getName());
      List<String> names;
      try (Stream<String> lines = Files.lines(log)) {
        names =
            lines.map(LOADED::matcher).filter(Matcher::find).map(line -> line.group(1)).toList();
      }
      Files.delete(log);
      if (!names.contains(EmptyMain.class.getName())) {
        throw new IllegalStateException("the program itself is not among the classes loaded");
      }
      List<String> ofAgents =
          names.stream()
              .filter(name -> NOT_OF_AGENTS.stream().noneMatch(name::startsWith))
              .toList();
      results.add(prefix + ".empty.classes", variant.id(), 1, names.size());
      results.add(prefix + ".empty.agent.classes", variant.id(), 1, ofAgents.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
