// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What Caffeine must look like in a scrape since 2.7, which has caches of futures without loader.
 */
abstract class AsyncCacheContract extends CaffeineContract {

  @Test
  void aCacheOfFuturesMayHaveNoLoader() {
    run("futuresWithoutLoader");

    assertThat(counted())
        .isEqualTo("caffeine FuturesWithoutLoader hits 3\ncaffeine FuturesWithoutLoader misses 4");
    assertThat(size("FuturesWithoutLoader")).isEqualTo(3);
  }
}
