// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead;

import io.sidelight.overhead.calls.CallsSection;
import io.sidelight.overhead.engine.EngineSection;
import io.sidelight.overhead.growth.GrowthSection;
import io.sidelight.overhead.report.Machine;
import io.sidelight.overhead.report.Report;
import io.sidelight.overhead.result.Results;
import io.sidelight.overhead.start.StartSection;
import io.sidelight.overhead.web.WebSection;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line: measures the sections asked for, one after the other, and writes the report.
 */
public final class Overhead {

  private static final List<Section> SECTIONS =
      List.of(
          new StartSection(),
          new CallsSection(),
          new WebSection(),
          new GrowthSection(),
          new EngineSection());

  private Overhead() {}

  /**
   * Runs it.
   *
   * @param args {@code --rounds N}, {@code --quick}, {@code --out FOLDER}, then names of sections;
   *     all of them if there is none; or {@code report}, to write the report on the kept results
   *     again
   */
  public static void main(String[] args) {
    int rounds = 5;
    boolean quick = false;
    Path kept = Layout.overhead().resolve("results");
    Path out = kept;
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--quick" -> quick = true;
        case "--out" -> out = Path.of(args[++i]);
        default -> wanted.add(args[i]);
      }
    }
    if (wanted.equals(List.of("report"))) {
      Report.ofKeptResults().write();
      return;
    }
    List<String> names = SECTIONS.stream().map(Section::name).toList();
    if (!names.containsAll(wanted)) {
      System.err.println("overhead: unknown in " + wanted + "; there are report and " + names);
      System.exit(2);
    }
    boolean complete = measure(new Plan(rounds, quick), wanted, out);
    if (complete && wanted.isEmpty() && out.equals(kept)) {
      Report.ofKeptResults().write();
      System.out.println("overhead: OVERHEAD.md and the README are written");
    }
    System.exit(complete ? 0 : 1);
  }

  /** A section that fails does not cost the others: a whole run takes an hour. */
  private static boolean measure(Plan plan, List<String> wanted, Path out) {
    boolean complete = true;
    Results results = new Results();
    Machine.here(plan).write(out.resolve("machine.properties"));
    for (Section section : SECTIONS) {
      if (!wanted.isEmpty() && !wanted.contains(section.name())) {
        continue;
      }
      System.out.println(
          "overhead: "
              + section.name()
              + " from "
              + LocalTime.now(ZoneId.systemDefault()).withNano(0));
      try {
        section.measure(plan, results);
      } catch (RuntimeException e) {
        complete = false;
        System.err.println("overhead: " + section.name() + " failed");
        e.printStackTrace();
      }
      results.write(out.resolve("raw.csv"));
    }
    return complete;
  }
}
