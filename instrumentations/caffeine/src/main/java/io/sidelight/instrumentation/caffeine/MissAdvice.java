// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import net.bytebuddy.asm.Advice;

/** Inlined where a bounded cache has loaded a value, or waited for who does; nothing follows. */
public final class MissAdvice {

  private MissAdvice() {}

  /** On the way out, because a loader may look up in turn. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit() {
    Caches.missed();
  }
}
