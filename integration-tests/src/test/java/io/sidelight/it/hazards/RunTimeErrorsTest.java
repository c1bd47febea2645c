// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.concurrent.locks.LockSupport;

/** Errors of the application pass woven code unchanged, and leave the agent's numbers right. */
class RunTimeErrorsTest {

  @OnEveryJdk
  void whatAWovenMethodThrowsArrivesAsItWasThrown(Jdk jdk) {
    assertThat(outcomes(program(jdk, "Failures")))
        .isEqualTo(outcomes(program(jdk, "Failures").withoutAgent()));
  }

  private static String outcomes(Victim program) {
    try (VictimProcess victim = program.start()) {
      victim.awaitLine("ready");
      return victim.stdout();
    }
  }

  @OnEveryJdk
  void failedCallsAreCountedAsErrors(Jdk jdk) {
    try (VictimProcess victim = program(jdk, "Failures").start()) {
      victim.awaitLine("ready");

      assertThat(victim.scrape().family("outer_total"))
          .isEqualTo(
              """
              outer_total{status="error"} 8.0
              outer_total{status="success"} 0.0
              """);
    }
  }

  @OnEveryJdk
  void tenThousandStackOverflowsLeaveEveryScrapeAlive(Jdk jdk) {
    try (VictimProcess victim =
        program(jdk, "Depth").args("stack").jvm("-Xss256k").mayComplain().start()) {
      assertThat(victim.awaitLine("overflows")).isEqualTo("overflows 10000");
      victim.awaitLine("ready");

      for (int i = 0; i < 20; i++) {
        assertScrapeEnds(victim);
      }
      assertThat(victim.scrape().sum("shallow_seconds_count")).isEqualTo(100);
      assertThat(victim.stderr().lines().filter(line -> line.startsWith("sidelight: ")))
          .as("failures near the end of the stack are told rarely")
          .hasSizeLessThanOrEqualTo(11);
      assertIdle(victim);
    }
  }

  @OnEveryJdk
  void aFullHeapLeavesEveryScrapeFast(Jdk jdk) {
    try (VictimProcess victim =
        program(jdk, "Depth").args("heap").jvm("-Xmx24m").mayComplain().start()) {
      assertThat(victim.awaitLine("failures")).isEqualTo("failures 50");
      victim.awaitLine("ready");

      for (int i = 0; i < 5; i++) {
        assertScrapeEnds(victim);
      }
      assertThat(victim.scrape().sum("shallow_seconds_count")).isEqualTo(100);
      assertIdle(victim);
    }
  }

  private static void assertScrapeEnds(VictimProcess victim) {
    // A wedged recorder would spin until the scrape's time is over.
    Scrape scrape = victim.scrape();
    assertThat(scrape.has("sidelight_build_info")).isTrue();
  }

  /** A wedged recorder would spin. */
  private static void assertIdle(VictimProcess victim) {
    double before = victim.scrape().value("process_cpu_seconds_total");
    long start = System.nanoTime();
    double after;
    double elapsed;
    do {
      after = victim.scrape().value("process_cpu_seconds_total");
      elapsed = (System.nanoTime() - start) / 1e9;
      pause();
    } while (elapsed < 1);
    assertThat(after - before).isLessThan(0.7 * elapsed);
  }

  private static void pause() {
    LockSupport.parkNanos(200_000_000);
  }

  @OnEveryJdk
  void aFutureThatTakesNoCallbackIsReturnedAndCountedAllTheSame(Jdk jdk) {
    try (VictimProcess victim = program(jdk, "HostileStages").args("200000").start()) {
      assertThat(victim.awaitLine("same")).isEqualTo("same 400000");
      victim.awaitLine("ready");

      Scrape scrape = victim.scrape();
      assertThat(scrape.sum("hostile_calls_total")).isEqualTo(200_000);
      assertThat(scrape.sum("hostile_time_seconds_count")).isEqualTo(200_000);
      assertThat(scrape.sum("healthy_seconds_count")).isEqualTo(1);
    }
  }
}
