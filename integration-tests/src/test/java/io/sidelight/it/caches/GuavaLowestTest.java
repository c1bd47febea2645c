// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Guava, lowest supported version. */
class GuavaLowestTest extends GuavaContract {

  @Override
  Victim program() {
    return guava("guava-16.0.1");
  }
}
