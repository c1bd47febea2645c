// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import org.jspecify.annotations.Nullable;

/**
 * Hears what weaving does. Called on threads that load classes: must be quick and must not load
 * application classes.
 */
public interface WeaveListener {

  /** A class is loading. Called before anything else, for every class. */
  void classSeen(@Nullable ClassLoader loader, @Nullable String internalName);

  /** A class was looked at more closely. */
  void classParsed();

  /**
   * A class was woven.
   *
   * @param version that of the library it belongs to; {@code unknown} if its JAR does not say
   */
  void classWoven(String instrumentation, String version);

  /** A class could not be woven and loads as it is. */
  void weavingFailed(String instrumentation, @Nullable String className, Throwable error);
}
