// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What any version of Lettuce must look like in a scrape. */
abstract class LettuceContract extends RedisClientContract {

  @Test
  void futuresCountWhenTheyCompleteOrAreCancelled() {
    run("async");

    assertThat(commands()).isEqualTo("GET error 1\nGET success 10\nINCR error 1\nSET success 1");
  }

  @Test
  void streamsCountOncePerSubscription() {
    run("reactive");

    assertThat(commands()).isEqualTo("GET success 2\nINCR error 1\nSET success 2");
  }

  @Test
  void commandsFlushedTogetherHaveTheirOwnDurations() {
    run("pipeline");

    assertThat(commands()).isEqualTo("GET success 2\nINCR error 1\nSET success 1");
    assertThat(durations("GET")).isEqualTo(2);
  }

  @Test
  void aTransactionsCommandsEndWithIt() {
    run("transaction");

    assertThat(commands())
        .isEqualTo("EXEC success 1\nINCR error 1\nMULTI success 1\nSET success 1");
  }

  @Test
  void aRefusedCommandIsAnError() {
    run("refused");

    assertThat(commands()).isEqualTo("GET error 1");
    assertThat(errors()).isEqualTo("GET connection");
  }

  @Test
  void aCommandThatIsSentAgainIsOneCommand() {
    run("drop");

    assertThat(commands()).isEqualTo("GET error 2");
  }
}
