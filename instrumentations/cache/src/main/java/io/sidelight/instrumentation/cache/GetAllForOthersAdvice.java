// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.bootstrap.Calls;
import io.sidelight.spi.ProbeId;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache that may stand for others looks up many keys. */
public final class GetAllForOthersAdvice {

  private GetAllForOthersAdvice() {}

  /** Null if what is behind the cache counts, or what is in front of it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe, @Advice.This Object cache) {
    return Caches.enter(probe, cache);
  }

  /** Returns those that it has. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.This Object cache,
      @Advice.Argument(0) @Nullable Object keys,
      @Advice.Return @Nullable Map<?, ?> found) {
    if (calls != null) {
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      if (found != null) {
        Caches.lookedUpAll(probe, cache, keys, found.size());
      }
    }
  }
}
