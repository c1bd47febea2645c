// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What JCache in front of Ehcache 3 must look like in a scrape. */
abstract class JCacheContract extends NamedCacheContract {

  @Override
  final String type() {
    return "jcache";
  }

  @Test
  void whatIsBehindTellsItsSize() {
    run("sizes");

    assertThat(counted()).isEqualTo("jcache sizes misses 1");
    assertThat(scrape().value("cache_size", "type", "jcache", "name", "sizes")).isEqualTo(2);
    assertThat(scrape().has("cache_size", "type", "ehcache", "name", "sizes")).isFalse();
  }
}
