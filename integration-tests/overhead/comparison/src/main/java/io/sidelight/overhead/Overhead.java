// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead;

import io.sidelight.overhead.calls.CallsSection;
import io.sidelight.overhead.engine.EngineSection;
import io.sidelight.overhead.growth.GrowthSection;
import io.sidelight.overhead.result.Results;
import io.sidelight.overhead.start.StartSection;
import io.sidelight.overhead.web.WebSection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line: measures the sections asked for, one after the other. */
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
   * @param args {@code --rounds N}, {@code --quick}, {@code --out FILE}, then names of sections;
   *     all of them if there is none
   */
  public static void main(String[] args) {
    int rounds = 5;
    boolean quick = false;
    Path out = Layout.overhead().resolve("results/raw.csv");
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--quick" -> quick = true;
        case "--out" -> out = Path.of(args[++i]);
        default -> wanted.add(args[i]);
      }
    }
    Results results = new Results();
    for (Section section : SECTIONS) {
      if (wanted.isEmpty() || wanted.contains(section.name())) {
        System.out.println("overhead: " + section.name());
        section.measure(new Plan(rounds, quick), results);
        results.write(out);
      }
    }
  }
}
