// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.bootstrap.Calls;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache of futures asks for some without counting, and then counts by itself. */
public final class LookUpFuturesAdvice {

  private LookUpFuturesAdvice() {}

  /** From now on all count. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Calls enter() {
    return Caches.countingAll();
  }

  /** {@link GetIfPresentAdvice} has counted, key by key. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter @Nullable Calls calls) {
    if (calls != null) {
      calls.quiet = 0;
    }
  }
}
