// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Guava, latest version. */
class GuavaLatestTest extends GuavaContract {

  @Override
  Victim program() {
    return guava("guava-33.7.2");
  }
}
