// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens look alike in a scrape, whatever library makes and checks them. */
class JwtTest {

  /** The program's class for each library, and the JARs of the lowest and the latest version. */
  static Stream<Arguments> libraries() {
    return Jdk.all().stream()
        .flatMap(
            jdk ->
                Stream.of(
                        "Jjwt jjwt",
                        "JavaJwt java-jwt",
                        "Nimbus nimbus",
                        "Jose4j jose4j",
                        "Spring spring-security")
                    .flatMap(library -> Stream.of(library + "-lowest", library + "-latest"))
                    .map(library -> Arguments.of(jdk, library)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("libraries")
  void tokensCountByWhatBecomesOfThem(Jdk jdk, String library) {
    String[] classAndSet = library.split(" ", 2);
    try (VictimProcess victim =
        program("Main", classAndSet[1]).on(jdk).args(classAndSet[0]).start()) {
      victim.awaitLine("ready");

      assertThat(victim.scrape().family("jwt_tokens_issued_total"))
          .isEqualTo("jwt_tokens_issued_total 3.0\n");
      assertThat(victim.scrape().family("jwt_tokens_validated_total"))
          .isEqualTo(
              """
              jwt_tokens_validated_total{status="bad_signature"} 1.0
              jwt_tokens_validated_total{status="expired"} 1.0
              jwt_tokens_validated_total{status="malformed"} 1.0
              jwt_tokens_validated_total{status="rejected"} 1.0
              jwt_tokens_validated_total{status="valid"} 2.0
              """);
      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              classAndSet[0].equals("Spring")
                  ? """
                    auth_attempts_total{status="failure",type="bearer"} 4.0
                    auth_attempts_total{status="success",type="bearer"} 2.0
                    """
                  : "");
      SpringSecurityContract.assertQuiet(victim);
    }
  }

  @OnEveryJdk
  void aSignatureThatTheProgramComparesItselfCounts(Jdk jdk) {
    for (String set : new String[] {"nimbus-lowest", "nimbus-latest"}) {
      try (VictimProcess victim = program("SignaturesMain", set).on(jdk).start()) {
        victim.awaitLine("ready");

        assertThat(victim.scrape().value("jwt_tokens_issued_total")).isEqualTo(1);
        assertThat(victim.scrape().value("jwt_tokens_validated_total", "status", "valid"))
            .isEqualTo(1);
        assertThat(victim.scrape().value("jwt_tokens_validated_total", "status", "bad_signature"))
            .isEqualTo(1);
      }
    }
  }

  private static Victim program(String main, String set) {
    return Victim.main("io.sidelight.it.apps.jwt." + main).app("jwt", set);
  }
}
