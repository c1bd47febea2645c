// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.ehcache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where Ehcache 2 tells of an entry that goes, whether somebody listens or not. */
public final class EvictAdvice {

  private EvictAdvice() {}

  /** What other members of a cluster drop is not counted here. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.FieldValue("cache") Object cache,
      @Advice.Argument(1) boolean remote) {
    if (!remote) {
      Caches.evicted(probe, cache);
    }
  }
}
