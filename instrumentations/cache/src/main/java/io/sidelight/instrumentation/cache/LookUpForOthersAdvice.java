// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.bootstrap.Calls;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache that may stand for others looks up one key. */
public final class LookUpForOthersAdvice {

  private LookUpForOthersAdvice() {}

  /** Null if what is behind the cache counts, or what is in front of it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe, @Advice.This Object cache) {
    return Caches.enter(probe, cache);
  }

  /** There was a value, or not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.This Object cache,
      @Advice.Return @Nullable Object value,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      Caches.lookedUp(probe, cache, value != null, thrown);
    }
  }
}
