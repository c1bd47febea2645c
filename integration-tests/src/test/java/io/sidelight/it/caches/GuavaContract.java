// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import io.sidelight.testkit.Victim;

/** What any version of Guava's caches must look like in a scrape. */
abstract class GuavaContract extends LocalCacheContract {

  static Victim guava(String... sets) {
    return Victim.main("io.sidelight.it.apps.caches.guava.Main").app("plain").app("caches", sets);
  }

  @Override
  String type() {
    return "guava";
  }
}
