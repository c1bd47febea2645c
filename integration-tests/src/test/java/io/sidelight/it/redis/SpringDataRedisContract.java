// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any version of Spring Data Redis must look like in a scrape: as its driver does. */
abstract class SpringDataRedisContract extends RedisProgram {

  @ParameterizedTest
  @ValueSource(strings = {"jedis", "lettuce"})
  void eachCommandCountsOnce(String driver) {
    run(driver);

    assertThat(commands())
        .matches("DEL success 1\nGET success 5\nINCR(BY)? error 1\nSET success 1");
    assertThat(errors()).matches("INCR(BY)? other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jedisCache", "lettuceCache"})
  void aCacheOfSpringCountsForRedis(String driver) {
    run(driver);

    assertThat(lookups())
        .isEqualTo("redis books hits 1\nspring books hits 2\nspring books misses 1");
  }
}
