// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.springcache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.concurrent.ConcurrentMapCache;

/** Inlined where a cache in front of a map looks up one key, or loads it. */
public final class GetOrLoadMapAdvice {

  private GetOrLoadMapAdvice() {}

  /** Nothing else tells afterwards whether there was a load. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static boolean enter(
      @Advice.This ConcurrentMapCache cache, @Advice.Argument(0) @Nullable Object key) {
    return key != null && cache.getNativeCache().containsKey(key);
  }

  /** There was a value, or it was loaded, or not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.Enter boolean found, @Advice.This Object cache) {
    Caches.lookedUp(probe, cache, found, null);
  }
}
