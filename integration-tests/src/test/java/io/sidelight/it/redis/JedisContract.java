// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What any version of Jedis must look like in a scrape. */
abstract class JedisContract extends KeyReadsContract {

  @Override
  final String errorReply() {
    return "JedisDataException";
  }

  @Test
  void aPipelineHasOneDuration() {
    run("pipeline");

    assertThat(commands()).isEqualTo("GET success 3\nINCR error 1\nSET success 1");
    assertThat(durations("PIPELINE")).isEqualTo(1);
    assertThat(durations("GET")).isEqualTo(1); // the plain call after it
    assertThat(durations("SET")).isZero();
  }

  @Test
  void aPipelineOfAnyLengthIsCounted() {
    run("longPipeline");

    assertThat(commands()).isEqualTo("GET success 70000\nSET success 1");
    assertThat(durations("PIPELINE")).isEqualTo(1);
    assertThat(durations("SET")).isEqualTo(1);
  }

  @Test
  void aTransactionsCommandsSucceedWhenRedisHasQueuedThem() {
    run("transaction");

    assertThat(commands())
        .isEqualTo("EXEC success 1\nINCR success 1\nMULTI success 1\nSET success 1");
    assertThat(durations(transactionDuration())).isEqualTo(1);
  }

  /** What the duration of a transaction's last command has. */
  String transactionDuration() {
    return "EXEC";
  }

  @Test
  void aSubscribedConnectionCountsWellAfterwards() {
    run("subscription");

    assertThat(commands())
        .isEqualTo("GET success 1\nPUBLISH success 1\nSUBSCRIBE success 1\nUNSUBSCRIBE success 1");
  }

  @Test
  void aLostConnectionIsAnError() {
    run("drop");

    assertThat(commands()).isEqualTo("GET error 1");
    assertThat(errors()).isEqualTo("GET connection");
  }

  @Test
  void commandsWhoseRepliesNobodyReadsAreErrors() {
    run("abandoned");

    assertThat(commands()).isEqualTo("GET error 2");
    assertThat(errors()).isEqualTo("GET connection");
  }

  @Test
  void aPasswordIsNoLabel() {
    run("auth");

    assertThat(commands()).isEqualTo("AUTH error 1");
    assertThat(scrape().text()).doesNotContainIgnoringCase("canary");
  }
}
