// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where Caffeine 3 tells of an eviction, whether somebody listens or not. */
public final class NotifyEvictionAdvice {

  private NotifyEvictionAdvice() {}

  /** An entry goes, in {@code evictEntry} or where it is found too old. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.This Object cache) {
    Caches.evicted(probe, cache);
  }
}
