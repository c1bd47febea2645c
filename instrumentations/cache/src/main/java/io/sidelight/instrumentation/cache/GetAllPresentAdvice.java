// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache looks up many keys and returns those that it has. */
public final class GetAllPresentAdvice {

  private GetAllPresentAdvice() {}

  /** Nothing counts where it fails. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object cache,
      @Advice.Argument(0) @Nullable Object keys,
      @Advice.Return @Nullable Map<?, ?> found) {
    if (found != null) {
      Caches.lookedUpAll(probe, cache, keys, found.size());
    }
  }
}
