// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What any version of Redisson must look like in a scrape. */
abstract class RedissonContract extends RedisProgram {

  @Override
  final String addresses() {
    return "redis://127.0.0.1:";
  }

  @Test
  void commandsCountByNameAndOutcome() {
    run("commands");

    assertThat(commands()).isEqualTo("DEL success 1\nGET success 3\nINCR error 1\nSET success 1");
    assertThat(durations("GET")).isEqualTo(3);
    assertThat(duration("GET")).isPositive().isLessThan(1);
    assertThat(scrape().sum("errors_total", "component", "redis")).isPositive();
  }

  @Test
  void futuresCountWhenTheyComplete() {
    run("async");

    assertThat(commands()).isEqualTo("GET success 10");
  }

  @Test
  void commandsOfABatchCountOneByOne() {
    run("batch");

    assertThat(commands()).isEqualTo("GET success 2\nSET success 1");
  }

  @Test
  void aDurationLastsUntilTheReplyIsThere() {
    run("slow");

    assertThat(commands()).isEqualTo("GET success 1");
    assertThat(duration("GET")).isBetween(0.1, 5.0);
  }

  @Test
  void aTimeoutIsAnError() {
    run("never");

    assertThat(commands()).contains("GET error 1"); // and what it sends when it ends
    assertThat(errors()).isEqualTo("GET timeout");
  }

  @Test
  void aRefusalCountsByItsReason() {
    run("refusals");

    assertThat(commands()).isEqualTo("GET error 1\nSET error 1");
    assertThat(errors()).isEqualTo("GET noauth\nSET oom");
  }
}
