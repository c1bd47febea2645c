// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import java.nio.file.Path;

/** Spring Data Redis, latest version. */
class SpringDataRedisLatestTest extends SpringDataRedisContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.springdata.Main")
        .app("plain")
        .app("spring-data-redis")
        .classpath(
            Repository.libs("spring-data-redis-latest", "spring-data-redis-latest")
                .toArray(Path[]::new));
  }
}
