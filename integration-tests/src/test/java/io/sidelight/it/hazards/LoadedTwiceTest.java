// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Whatever brings the agent in twice, each call counts once. */
class LoadedTwiceTest {

  @TempDir Path folder;

  @OnEveryJdk
  void theSameJarTwice(Jdk jdk) {
    assertCountsOnce(jdk, Repository.agentJar());
  }

  @OnEveryJdk
  void twoCopies(Jdk jdk) throws IOException {
    assertCountsOnce(jdk, Files.copy(Repository.agentJar(), folder.resolve("copy.jar")));
  }

  private static void assertCountsOnce(Jdk jdk, Path second) {
    try (VictimProcess victim =
        program(jdk, "Work")
            .args("11")
            .jvm("-javaagent:" + second + "=port=0")
            .mayComplain()
            .start()) {
      victim.awaitLine("ready");

      assertThat(victim.scrape().sum("work_calls_total")).isEqualTo(11);
      assertThat(victim.scrape().sum("work_time_seconds_count")).isEqualTo(11);
      assertThat(victim.stderr().lines().filter(line -> line.contains("already loaded")))
          .singleElement()
          .asString()
          .contains(Repository.agentJar().toString());
    }
  }
}
