// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Jedis since 4.0 must look like in a scrape. */
abstract class UnifiedJedisContract extends JedisContract {

  @Test
  void aCommandOnABorrowedConnectionCountsOnce() {
    run("unified");

    assertThat(commands()).isEqualTo("GET success 2\nINCR error 1\nSET success 1");
    assertThat(durations("GET")).isEqualTo(2);
  }

  @Test
  void aCommandThatFindsNoServerIsAnError() {
    run("down");

    assertThat(commands()).isEqualTo("GET error 2");
    assertThat(errors()).isEqualTo("GET connection");
  }

  @Test
  void aReadOnABorrowedConnectionCountsOnce() {
    run("unifiedReads");

    assertThat(lookups()).isEqualTo("redis more misses 1\nredis text hits 4\nredis text misses 3");
  }
}
