// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Victim;

/** Jedis 3, the last one. */
class Jedis3LatestTest extends JedisContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.jedis.Main").app("plain").app("jedis", "jedis-3.10.0");
  }
}
