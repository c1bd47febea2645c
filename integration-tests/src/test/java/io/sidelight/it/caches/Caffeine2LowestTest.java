// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Caffeine 2, the lowest supported version. */
class Caffeine2LowestTest extends CaffeineContract {

  @Override
  Victim program() {
    return caffeine("2.6.0");
  }

  @Override
  String countedOfReload() {
    return missOfReload(); // nothing tells of the eviction
  }
}
