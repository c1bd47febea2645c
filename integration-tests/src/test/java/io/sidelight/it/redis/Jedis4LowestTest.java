// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Victim;

/** Jedis 4, the first one with executors. */
class Jedis4LowestTest extends UnifiedJedisContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.jedis4.Main")
        .app("plain")
        .app("jedis4", "jedis-4.0.0");
  }
}
