// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Ehcache 2 tells more than others. */
abstract class Ehcache2Contract extends NamedCacheContract {

  @Override
  final String type() {
    return "ehcache";
  }

  @Test
  void whatTheCacheDropsOnItsOwnIsAnEviction() {
    run("evictions");

    assertThat(counted()).isEqualTo("ehcache evictions evictions 90");
    assertThat(size("evictions")).isEqualTo(10);
  }
}
