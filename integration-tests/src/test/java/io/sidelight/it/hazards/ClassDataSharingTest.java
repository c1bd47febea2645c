// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;

/** The archive of the JDK's classes, with which a JVM starts faster, stays in use where it can. */
class ClassDataSharingTest {

  private static final String SHARING = "Sharing is only supported for boot loader classes";

  @OnEveryJdk
  void onTheBootstrapPathAlreadyTheJarIsNotAppended(Jdk jdk) {
    Victim work = program(jdk, "Work").jvm("-Xbootclasspath/a:" + Repository.agentJar());

    try (VictimProcess victim = work.args("3").start()) {
      victim.awaitLine("ready");
      assertThat(victim.scrape().sum("work_calls_total")).isEqualTo(3);
      assertThat(victim.stderr()).doesNotContain(SHARING);
    }
  }
}
