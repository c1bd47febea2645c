// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.bootstrap.Calls;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Inlined where a cache of futures looks up one key, or loads it. Since 3.3 it looks before it
 * loads, and counts the hit itself.
 */
public final class GetFutureAdvice {

  private GetFutureAdvice() {}

  /** Null where Caffeine counts nothing. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@Advice.Argument(2) boolean counts) {
    return counts ? Caches.countingFirstHit() : null;
  }

  /** {@link GetIfPresentAdvice} and {@link GetOrLoadAdvice} have counted. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter @Nullable Calls calls) {
    if (calls != null) {
      calls.quiet = 0;
    }
  }
}
