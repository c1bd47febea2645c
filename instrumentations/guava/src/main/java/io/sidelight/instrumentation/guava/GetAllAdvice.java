// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.guava;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache looks up many keys, and loads those that it does not have. */
public final class GetAllAdvice {

  private GetAllAdvice() {}

  /** What tells afterwards how many were loaded. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter() {
    return Caches.loads();
  }

  /** The misses have counted while they were loaded. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter int before,
      @Advice.This Object cache,
      @Advice.Return @Nullable Map<?, ?> all) {
    if (all != null) {
      Caches.gotOrLoadedAll(probe, cache, before, all.size());
    }
  }
}
