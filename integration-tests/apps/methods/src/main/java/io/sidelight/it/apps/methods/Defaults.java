// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import io.sidelight.annotations.Counted;

/** An interface with bodies. */
interface Defaults {

  @Counted
  default void interfaceDefault() {}

  @Counted
  static void interfaceStatic() {}
}
