// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import java.nio.file.Path;

/** Redisson, latest version. */
class RedissonLatestTest extends RedissonContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.redisson.Main")
        .app("plain")
        .app("redisson")
        .classpath(Repository.libs("redisson-latest", "redisson-latest").toArray(Path[]::new));
  }
}
