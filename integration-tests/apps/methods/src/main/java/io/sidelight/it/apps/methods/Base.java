// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import io.sidelight.annotations.Counted;

/** A superclass whose methods javac makes bridges for, in subclasses. */
abstract class Base<T> {

  @Counted
  T generic(T value) {
    return value;
  }

  @Counted
  void inherited() {}

  /** A public subclass has a bridge for it, annotated too. */
  @Counted
  public void inPackagePrivateClass() {}

  @Counted
  void overridden() {}

  @Counted
  abstract T bridged(T value);
}
