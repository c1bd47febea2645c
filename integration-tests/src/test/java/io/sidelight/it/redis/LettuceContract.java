// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Scrape;
import org.junit.jupiter.api.Test;

/** What any version of Lettuce must look like in a scrape. */
abstract class LettuceContract extends KeyReadsContract {

  @Override
  final String errorReply() {
    return "ErrorReply";
  }

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
  void readsOfStreamsCountByWhatTheyFind() {
    run("reactiveReads");

    assertThat(lookups()).isEqualTo("redis more misses 1\nredis text hits 3\nredis text misses 2");
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

  @Test
  void aClientTellsHowManyConnectionsAreOpen() {
    run("poolLends");
    Scrape open = awaitScrape(scrape -> channels(scrape) == 2);
    assertThat(open.text())
        .doesNotContain("redis_connections_max{pool=\"RedisClient")
        .doesNotContain("redis_connection_acquire_seconds_count{pool=\"RedisClient");

    run("poolCloses");
    awaitScrape(scrape -> channels(scrape) == 0);
  }

  private static double channels(Scrape scrape) {
    return scrape.value("redis_connections_active", "pool", "RedisClient-1");
  }
}
