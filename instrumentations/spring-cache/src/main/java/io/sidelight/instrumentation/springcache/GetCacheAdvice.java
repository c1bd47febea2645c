// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.springcache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a manager hands out a cache. */
public final class GetCacheAdvice {

  private GetCacheAdvice() {}

  /** Known before it is asked, so that one behind it has its name from the beginning. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.Return @Nullable Object cache) {
    Caches.opened(probe, cache, null);
  }
}
