// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Victim;

/** Jedis, latest version. */
class JedisLatestTest extends UnifiedJedisContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.jedis4.Main")
        .app("plain")
        .app("jedis4", "jedis-latest");
  }
}
