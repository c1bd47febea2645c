// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Caffeine, latest version. */
class CaffeineLatestTest extends AsyncCacheContract {

  @Override
  Victim program() {
    return caffeine("3.3.1");
  }
}
