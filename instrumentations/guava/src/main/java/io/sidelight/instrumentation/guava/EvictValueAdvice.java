// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.guava;

import com.google.common.cache.RemovalCause;
import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where a part of a cache notes that an entry is gone, and why. */
public final class EvictValueAdvice {

  private EvictValueAdvice() {}

  /** Whether somebody listens or not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.FieldValue("map") Object cache,
      @Advice.Argument(4) RemovalCause cause) {
    if (cause != RemovalCause.EXPLICIT && cause != RemovalCause.REPLACED) {
      Caches.evicted(probe, cache);
    }
  }
}
