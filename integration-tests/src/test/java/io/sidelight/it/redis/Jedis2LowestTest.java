// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Victim;

/** Jedis 2, lowest supported version. */
class Jedis2LowestTest extends JedisContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.jedis.Main").app("plain").app("jedis", "jedis-2.9.0");
  }

  /** It sends them all at once. */
  @Override
  String transactionDuration() {
    return "PIPELINE";
  }
}
