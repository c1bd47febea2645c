// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** Spring 7. */
class SpringCache7Test extends SpringCacheContract {

  @Override
  Victim program() {
    return spring("7");
  }
}
