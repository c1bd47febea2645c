// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Victim;
import org.junit.jupiter.api.Test;

/** What any version of Caffeine must look like in a scrape. */
abstract class CaffeineContract extends LocalCacheContract {

  static Victim caffeine(String version) {
    return Victim.main("io.sidelight.it.apps.caches.caffeine.Main")
        .app("plain")
        .app("caches", "caffeine-" + version);
  }

  @Override
  String type() {
    return "caffeine";
  }

  @Test
  void aCacheOfFuturesIsNotMeasured() {
    run("asynchronous");

    assertThat(counted()).isEmpty();
    assertThat(scrape().has("cache_size", "name", "Main.Asynchronous")).isFalse();
  }
}
