// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.assertSame;
import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import io.sidelight.testkit.VictimResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program's user cannot tell by its output, exit code, duration or state that the agent is there.
 */
class UnchangedProgramTest {

  static Stream<Arguments> everyEndOnEveryJdk() {
    List<String> ends =
        List.of(
            "return", "exit", "halt", "throw", "throw-elsewhere", "exit-elsewhere", "exit-in-hook");
    return Jdk.all().stream().flatMap(jdk -> ends.stream().map(end -> Arguments.of(jdk, end)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyEndOnEveryJdk")
  void aCommandLineProgramEndsInTheSameWayWithTheSameOutput(Jdk jdk, String end) {
    VictimResult without = program(jdk, "Cli").args(end).withoutAgent().run();
    VictimResult with = program(jdk, "Cli").args(end).run();

    assertSame(with, without);
    assertThat(with.took()).isLessThan(without.took().plus(Duration.ofSeconds(2)));
  }

  @OnEveryJdk
  void theAgentWritesOneLine(Jdk jdk) {
    VictimResult result = program(jdk, "Cli").args("return").run();

    assertThat(result.agentLines().lines()).hasSizeLessThanOrEqualTo(1);
  }

  @OnEveryJdk
  void nothingThatIsGlobalInTheJvmHasChangedWhenMainStarts(Jdk jdk) {
    VictimResult without = program(jdk, "State").withoutAgent().run();
    VictimResult with = program(jdk, "State").run();

    assertThat(with.stdout().lines().filter(line -> !line.startsWith("property sidelight.")))
        .containsExactlyElementsOf(without.stdout().lines().toList());
  }

  @OnEveryJdk
  void theStrictestSettingsOfTheJdkBringNoWarning(Jdk jdk) {
    VictimResult with = strict(program(jdk, "Cli").args("return"), jdk).run();
    VictimResult without = strict(program(jdk, "Cli").args("return"), jdk).withoutAgent().run();

    assertSame(with, without);
  }

  @OnEveryJdk
  void theStrictestSettingsOfTheJdkDoNotStopTheWeaving(Jdk jdk) {
    try (VictimProcess victim = strict(program(jdk, "Work").args("7"), jdk).start()) {
      victim.awaitLine("ready");

      assertThat(victim.scrape().sum("work_calls_total")).isEqualTo(7);
      assertThat(victim.stderr()).doesNotContain("WARNING:");
    }
  }

  @OnEveryJdk
  void aColdStartWithManyThreadsBreaksNoClassOfTheJdk(Jdk jdk) {
    VictimResult without = program(jdk, "ColdStart").withoutAgent().run();
    for (String mode : List.of("-Xint", "-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC")) {
      for (int i = 0; i < 4; i++) {
        assertSame(program(jdk, "ColdStart").jvm(mode).run(), without);
      }
    }
  }

  private static Victim strict(Victim victim, Jdk jdk) {
    victim.jvm("-XX:-EnableDynamicAgentLoading", "-ea", "-esa");
    if (jdk.version() >= 24) {
      victim.jvm("--sun-misc-unsafe-memory-access=deny", "--illegal-native-access=deny");
    }
    return victim;
  }
}
