// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Ehcache 3 tells more than others. */
abstract class Ehcache3Contract extends NamedCacheContract {

  @Override
  final String type() {
    return "ehcache";
  }

  @Test
  void whatTheCacheDropsOnItsOwnIsAnEviction() {
    run("evictions");
    assertThat(counted()).isEqualTo("ehcache evictions evictions 90");
    assertThat(size("evictions")).isEqualTo(10);

    run("expiry");
    assertThat(counted())
        .isEqualTo("ehcache expiry evictions 1\nehcache expiry hits 1\nehcache expiry misses 1");
    assertThat(size("expiry")).isEqualTo(4);
  }

  @Test
  void aHeapInFrontOfOtherMemoryIsNotTheCache() {
    run("offHeap");

    assertThat(counted()).isEqualTo("ehcache offHeap hits 100");
    assertThat(scrape().has("cache_size", "name", "offHeap")).isFalse();
  }
}
