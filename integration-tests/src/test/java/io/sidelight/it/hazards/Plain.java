// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimResult;
import java.util.stream.Collectors;

/** The victim programs without libraries, and the comparison with a run without the agent. */
final class Plain {

  private static final String PACKAGE = "io.sidelight.it.apps.plain.";

  /** The one line of the JVM itself that every agent with bootstrap classes costs. */
  private static final String SHARING =
      "Sharing is only supported for boot loader classes because bootstrap classpath has been"
          + " appended";

  private Plain() {}

  static Victim program(Jdk jdk, String name) {
    return Victim.main(PACKAGE + name).app("plain").on(jdk);
  }

  /** Fails unless a program's user sees the same as without the agent. */
  static void assertSame(VictimResult with, VictimResult without) {
    assertThat(with.exitCode()).as(with.stderr()).isEqualTo(without.exitCode());
    assertThat(with.rawStdout()).isEqualTo(without.rawStdout());
    assertThat(programLines(with)).isEqualTo(programLines(without));
  }

  /** What a program wrote to its standard error itself. */
  static String programLines(VictimResult result) {
    return result
        .stderrWithoutAgent()
        .lines()
        .filter(line -> !line.endsWith(SHARING))
        .collect(Collectors.joining("\n"));
  }
}
