// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Log-ins with Shiro, lowest supported and latest version. */
class ShiroTest {

  static Stream<Arguments> versions() {
    return Jdk.all().stream()
        .flatMap(
            jdk -> Stream.of("shiro-lowest", "shiro-latest").map(set -> Arguments.of(jdk, set)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("versions")
  void anAttemptCountsOnceHoweverManyRealmsAreAsked(Jdk jdk, String set) {
    try (VictimProcess victim =
        Victim.main("io.sidelight.it.apps.shiro.Main").app("shiro", set).on(jdk).start()) {
      victim.awaitLine("ready");

      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="password"} 2.0
              auth_attempts_total{status="success",type="password"} 1.0
              """);
      SpringSecurityContract.assertQuiet(victim);
    }
  }
}
