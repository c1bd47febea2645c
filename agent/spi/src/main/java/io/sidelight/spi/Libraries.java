// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The instrumentations of this agent. */
public final class Libraries {

  private Libraries() {}

  /** Those that tell their domain more, as that domain wants to know it. */
  public static <T> List<T> telling(Class<T> more) {
    List<T> found = new ArrayList<>();
    ClassLoader loader = Libraries.class.getClassLoader();
    for (Instrumentation each : ServiceLoader.load(Instrumentation.class, loader)) {
      if (more.isInstance(each)) {
        found.add(more.cast(each));
      }
    }
    return found;
  }
}
