// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Victim;

/** Redisson, lowest supported version. */
class RedissonLowestTest extends RedissonContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.redisson.Main")
        .app("plain")
        .app("redisson", "redisson-lowest");
  }
}
