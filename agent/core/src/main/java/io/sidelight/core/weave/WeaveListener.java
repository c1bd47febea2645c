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
   * A thread that loads a class spent so long on a step.
   *
   * @param nanos elapsed time; overlaps what other threads spend
   */
  void spent(Step step, long nanos);

  /**
   * A class was woven.
   *
   * @param version that of the library it belongs to; {@code unknown} if its JAR does not say
   */
  void classWoven(String instrumentation, String version);

  /** A class could not be woven and loads as it is. */
  void weavingFailed(String instrumentation, @Nullable String className, Throwable error);

  /** What there is to do when a class loads. */
  enum Step {
    /** Deciding whether a class is woven. */
    MATCHING("matching"),
    /** Weaving the first class, which loads Byte Buddy. */
    FIRST_WEAVING("first-weaving"),
    /** Weaving any other. */
    WEAVING("weaving");

    private final String label;

    Step(String label) {
      this.label = label;
    }

    /** The value of the label {@code step}. */
    public String label() {
      return label;
    }
  }
}
