// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.guava;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache looks up one key, or loads it. */
public final class GetOrLoadAdvice {

  private GetOrLoadAdvice() {}

  /** What tells afterwards whether there was a load. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter() {
    return Caches.loads();
  }

  /** There was a value, or it was loaded, or not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter int before,
      @Advice.This Object cache,
      @Advice.Return @Nullable Object value) {
    Caches.gotOrLoaded(probe, cache, before, value);
  }
}
