// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Spring 5. */
class SpringCache5Test extends SpringCacheContract {

  @Override
  Victim program() {
    return spring("5");
  }
}
