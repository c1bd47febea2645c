// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;

/** Class files that the agent cannot read are the JVM's business alone. */
class ClassFilesTest {

  @OnEveryJdk
  void brokenClassFilesMeetTheSameFateAndTheAgentSaysLittle(Jdk jdk) {
    String without = fates(jdk, false);
    String with = fates(jdk, true);

    assertThat(with.lines().toList()).containsExactlyElementsOf(without.lines().toList());
  }

  private static String fates(Jdk jdk, boolean agent) {
    Victim program = program(jdk, "BrokenClasses").args("10000").mayComplain();
    try (VictimProcess victim = (agent ? program : program.withoutAgent()).start()) {
      victim.awaitLine("ready");
      if (agent) {
        assertThat(victim.stderr().lines().filter(line -> line.startsWith("sidelight: ")))
            .hasSizeLessThan(20);
        assertThat(victim.stderr()).doesNotContain("\tat ");
        assertThat(victim.scrape().sum("work_calls_total")).isEqualTo(1);
      }
      return victim.stdout();
    }
  }
}
