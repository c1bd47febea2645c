// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.ehcache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where Ehcache 3 tells that an entry was too old, whether somebody listens or not. */
public final class ExpireInHeapAdvice {

  private ExpireInHeapAdvice() {}

  /** It has gone. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.This Object store) {
    Caches.evicted(probe, store);
  }
}
