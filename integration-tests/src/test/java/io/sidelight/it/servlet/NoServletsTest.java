// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that know no servlets are not measured, and run as without the agent. */
final class NoServletsTest {

  static Stream<Arguments> servers() {
    return Jdk.all().stream()
        .flatMap(
            jdk -> Stream.of("netty", "vertx", "armeria").map(kind -> Arguments.of(jdk, kind)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("servers")
  void aServerAnswersAsBefore(Jdk jdk, String kind) {
    VictimResult without = program(jdk, kind).withoutAgent().run();
    VictimResult with = program(jdk, kind).run();

    assertThat(with.stdout()).isEqualTo(without.stdout()).contains("answered 200");
    assertThat(with.exitCode()).isEqualTo(without.exitCode()).isZero();
  }

  private static Victim program(Jdk jdk, String kind) {
    return Victim.main("io.sidelight.it.apps.noservlets.NoServletsMain")
        .on(jdk)
        .app("no-servlets", kind)
        .args(kind);
  }
}
