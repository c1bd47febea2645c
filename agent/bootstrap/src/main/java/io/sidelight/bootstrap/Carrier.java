// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * An object of a library that carries state for Sidelight, for example the statement text of a
 * {@code PreparedStatement}. The weaver adds this interface, with a field behind it, to the classes
 * that a weave point names, while they load for the first time.
 *
 * <p>The state is set before the object is published to another thread, and has no other
 * synchronisation.
 */
public interface Carrier {

  /** Returns what was last set; null if nothing was. */
  @Nullable Object sidelight$state();

  /** Remembers {@code state} as long as this object lives. */
  void sidelight$state(@Nullable Object state);
}
