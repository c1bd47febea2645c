// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where a cache begins, or is about to be asked for the first time. */
public final class OpenAdvice {

  private OpenAdvice() {}

  /** Known from now on. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object cache) {
    Caches.opened(probe, cache, null);
  }
}
