// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.redis;

import io.sidelight.testkit.Victim;

/** Lettuce, latest version. */
class LettuceLatestTest extends LettuceContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.lettuce.Main")
        .app("plain")
        .app("lettuce", "lettuce-latest");
  }
}
