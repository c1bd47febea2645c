// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Ehcache 2, lowest supported version. */
class Ehcache2LowestTest extends Ehcache2Contract {

  @Override
  Victim program() {
    return program("ehcache2", "ehcache-2.8.0");
  }
}
