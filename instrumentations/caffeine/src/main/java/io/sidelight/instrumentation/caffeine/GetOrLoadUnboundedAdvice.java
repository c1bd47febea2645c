// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache without bounds looks up one key, or loads it, all in one method. */
public final class GetOrLoadUnboundedAdvice {

  private GetOrLoadUnboundedAdvice() {}

  /** Nothing else tells afterwards whether there was a load. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static boolean enter(
      @Advice.Argument(0) @Nullable Object key,
      @Advice.FieldValue("data") ConcurrentHashMap<?, ?> data) {
    return key != null && data.containsKey(key);
  }

  /** Caffeine itself tells which look-ups count. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter boolean found,
      @Advice.This Object cache,
      @Advice.Argument(2) boolean counts) {
    if (counts) {
      Caches.lookedUp(probe, cache, found, null);
    }
  }
}
