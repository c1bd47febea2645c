// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache looks up one key, and what it returns tells whether it has it. */
public final class LookUpAdvice {

  private LookUpAdvice() {}

  /** There was a value, or not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object cache,
      @Advice.Return @Nullable Object value,
      @Advice.Thrown @Nullable Throwable thrown) {
    Caches.lookedUp(probe, cache, value != null, thrown);
  }
}
