// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where an entry is evicted: in Caffeine 3 {@link NotifyEvictionAdvice} has told of it. */
public final class EvictAdvice {

  private EvictAdvice() {}

  /** What tells afterwards whether somebody has told of it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter() {
    return Caches.evictions();
  }

  /** The entry may have turned out to be in use. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter int before,
      @Advice.This Object cache,
      @Advice.Return boolean evicted) {
    if (evicted) {
      Caches.evicted(probe, cache, before);
    }
  }
}
