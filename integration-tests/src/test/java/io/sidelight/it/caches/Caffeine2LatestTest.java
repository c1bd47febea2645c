// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Caffeine 2, the last one. */
class Caffeine2LatestTest extends AsyncCacheContract {

  @Override
  Victim program() {
    return caffeine("2.9.3");
  }

  @Override
  String countedOfReload() {
    return missOfReload(); // nothing tells of the eviction
  }
}
