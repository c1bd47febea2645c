// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What reads of keys must look like in a scrape, where a client's reads count as look-ups. */
abstract class KeyReadsContract extends RedisClientContract {

  @Test
  void aReadIsAHitOrAMissByThePrefixOfItsKey() {
    run("reads");

    assertThat(lookups())
        .isEqualTo(
            """
            redis hash hits 2
            redis hash misses 3
            redis more misses 1
            redis text hits 5
            redis text misses 5""");
  }

  @Test
  void whatIsNoWordIsNoName() {
    run("unnamed");

    assertThat(lookups())
        .isEqualTo(
            """
            redis none misses 2
            redis other misses 5
            redis tag misses 1""");
    assertThat(scrape().text()).doesNotContainIgnoringCase("canary");
  }

  @Test
  void readsInPipelinesCountAndThoseInTransactionsDoNot() {
    run("laterReads");

    assertThat(lookups()).isEqualTo("redis text hits 40\nredis text misses 21");
  }

  @Test
  void aRedirectedReadCountsOnce() {
    run("moved");

    assertThat(lookups()).isEqualTo("redis none hits 3");
  }
}
