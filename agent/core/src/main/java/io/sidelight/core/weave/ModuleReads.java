// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import org.jspecify.annotations.Nullable;

/**
 * Makes named modules read the unnamed module of the bootstrap loader, where the dispatcher is;
 * without that, a woven class in a named module fails with {@code IllegalAccessError}. Nothing is
 * opened.
 */
public interface ModuleReads {

  /** For JVMs without modules. */
  ModuleReads NONE =
      new ModuleReads() {
        @Override
        public void read(@Nullable Object module) {}
      };

  /**
   * A class of {@code module} was woven.
   *
   * @param module a {@code java.lang.Module}; null where unknown
   */
  void read(@Nullable Object module);
}
