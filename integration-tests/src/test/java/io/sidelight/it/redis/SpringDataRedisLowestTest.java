// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Victim;

/** Spring Data Redis, lowest version that has both drivers. */
class SpringDataRedisLowestTest extends SpringDataRedisContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.springdata.Main")
        .app("plain")
        .app("spring-data-redis", "spring-data-redis-lowest");
  }
}
