// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HarnessTest {

  private static final Scrape SCRAPE =
      Scrape.parse(
          """
          # HELP redis_commands_total Total number of Redis commands
          # TYPE redis_commands_total counter
          redis_commands_total{command="GET",status="success"} 2.0
          redis_commands_total{command="GET",status="error"} 1.0
          redis_commands_total{command="a\\"b\\\\c\\n",status="error"} 4.0
          redis_seconds_bucket{le="+Inf"} 3
          redis_seconds_count 3
          redis_seconds_sum 1.0E-4
          """);

  @Test
  void theNewestAndTheOldestJdkAreDifferentOrTheOnlyOne() {
    assertThat(Jdk.all()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(Jdk.all().get(0).version()).isGreaterThanOrEqualTo(17);
  }

  @Test
  void valueIsThatOfExactlyOneSeries() {
    assertThat(SCRAPE.value("redis_commands_total", "command", "GET", "status", "error"))
        .isEqualTo(1);
    assertThat(SCRAPE.valueOrZero("redis_commands_total", "command", "SET")).isZero();
    assertThatThrownBy(() -> SCRAPE.value("redis_commands_total", "command", "GET"))
        .hasMessageContaining("2 series");
  }

  @Test
  void sumsAndLabelsAreOverMatchingSeries() {
    assertThat(SCRAPE.sum("redis_commands_total", "command", "GET")).isEqualTo(3);
    assertThat(SCRAPE.sum("nothing")).isZero();
    assertThat(SCRAPE.labels("redis_commands_total", "command"))
        .containsExactly("GET", "a\"b\\c\n");
  }

  @Test
  void aFamilyIsSortedText() {
    assertThat(SCRAPE.family("redis_seconds"))
        .isEqualTo(
            """
            redis_seconds_bucket{le="+Inf"} 3
            redis_seconds_count 3
            redis_seconds_sum 1.0E-4
            """);
  }

  @Test
  void whatIsNotTheTextFormatIsAFailure() {
    assertThatThrownBy(() -> Scrape.parse("a{b=\"c\"} 1\na{b=c} 1"))
        .hasMessageContaining("a{b=c} 1");
  }

  @OnEveryJdk
  void anExitBeforeTheAwaitedLineIsToldWithAllOutput(Jdk jdk) {
    try (VictimProcess victim = Victim.launch("-version").on(jdk).withoutAgent().start()) {
      assertThatThrownBy(() -> victim.awaitLine("ready"))
          .hasMessageContaining("it has ended")
          .hasMessageContaining("exit code 0")
          .hasMessageContaining("version \"" + jdk.version());
    }
  }
}
