// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Victim;
import org.junit.jupiter.api.Test;

/** What a library whose caches have names must look like in a scrape. */
abstract class NamedCacheContract extends CacheContract {

  static Victim program(String what, String set) {
    return Victim.main("io.sidelight.it.apps.caches." + what + ".Main")
        .app("plain")
        .app("caches", set);
  }

  /** The label. */
  abstract String type();

  @Test
  void aLookupIsAHitOrAMiss() {
    run("lookups");

    assertThat(counted()).isEqualTo("%1$s lookups hits 3\n%1$s lookups misses 2".formatted(type()));
  }

  @Test
  void manyKeysCountOneByOne() {
    run("many");

    assertThat(counted()).isEqualTo("%1$s many hits 1\n%1$s many misses 2".formatted(type()));
  }
}
