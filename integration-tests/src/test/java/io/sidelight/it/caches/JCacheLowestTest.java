// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** JCache 1.0 in front of Ehcache 3.0. */
class JCacheLowestTest extends JCacheContract {

  @Override
  Victim program() {
    return program("jcache", "ehcache-3.0.0");
  }
}
