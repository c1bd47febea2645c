// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Caches;
import net.bytebuddy.asm.Advice;

/** Inlined where a cache has not found a value and loads it, or waits for who does. */
public final class LoadAdvice {

  private LoadAdvice() {}

  /** A loader may look up, and load, in turn. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter() {
    return Caches.loads();
  }

  /** One value was to be loaded. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter int before) {
    Caches.loaded(before, 1);
  }
}
