// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a bounded cache looks up one key, or loads it; {@link MissAdvice} tells. */
public final class GetOrLoadAdvice {

  private GetOrLoadAdvice() {}

  /** Caffeine itself tells which look-ups count. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object cache,
      @Advice.Argument(2) boolean counts,
      @Advice.Return @Nullable Object value) {
    Caches.gotOrMissed(probe, cache, counts, value);
  }
}
