// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a builder has built a cache of futures. */
public final class BuildAsyncAdvice {

  private BuildAsyncAdvice() {}

  /** Nothing leads to the cache that all look-ups end in, but asking for its size opens it. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Return @Nullable AsyncCache<?, ?> cache) {
    if (cache != null) {
      long unused = cache.synchronous().estimatedSize();
    }
  }
}
