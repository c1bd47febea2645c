// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** As {@link BuildAsyncAdvice}, with a loader: until 2.6 there is no common type. */
public final class BuildAsyncLoadingAdvice {

  private BuildAsyncLoadingAdvice() {}

  /** Nothing leads to the cache that all look-ups end in, but asking for its size opens it. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Return @Nullable AsyncLoadingCache<?, ?> cache) {
    if (cache != null) {
      long unused = cache.synchronous().estimatedSize();
    }
  }
}
