// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Ehcache 2, the last one. */
class Ehcache2LatestTest extends Ehcache2Contract {

  @Override
  Victim program() {
    return program("ehcache2", "ehcache-2.10.9");
  }
}
