// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

/** What is named with all that implements it. */
interface Repository {
  /** Finds something. */
  String findOne(String key);

  /** Finds it, or else what else there is. */
  default String findAny(String key) {
    return findOne(key).isEmpty() ? "nothing" : findOne(key);
  }
}
