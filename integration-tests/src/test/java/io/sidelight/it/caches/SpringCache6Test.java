// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Spring 6. */
class SpringCache6Test extends SpringCacheContract {

  @Override
  Victim program() {
    return spring("6");
  }
}
