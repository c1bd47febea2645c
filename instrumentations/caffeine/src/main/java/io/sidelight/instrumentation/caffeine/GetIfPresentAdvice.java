// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache looks up one key and does not load. */
public final class GetIfPresentAdvice {

  private GetIfPresentAdvice() {}

  /**
   * Caffeine itself tells which look-ups count, but for caches of futures, where what calls this
   * may count.
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object cache,
      @Advice.Argument(1) boolean counts,
      @Advice.Return @Nullable Object value,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (counts) {
      Caches.lookedUp(probe, cache, value != null, thrown);
    } else if (value == null || value instanceof CompletableFuture) {
      Caches.lookedUpQuietly(probe, cache, value != null, thrown);
    }
  }
}
