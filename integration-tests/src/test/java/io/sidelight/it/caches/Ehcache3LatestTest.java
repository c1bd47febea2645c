// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Ehcache 3, latest version. */
class Ehcache3LatestTest extends Ehcache3Contract {

  @Override
  Victim program() {
    return program("ehcache3", "ehcache-3.12.0");
  }
}
