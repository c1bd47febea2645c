// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.ehcache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where Ehcache 3 makes room in the heap. */
public final class EvictFromHeapAdvice {

  private EvictFromHeapAdvice() {}

  /** Another thread may have been faster. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.This Object store, @Advice.Return boolean evicted) {
    if (evicted) {
      Caches.evicted(probe, store);
    }
  }
}
