// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a builder has built a cache. */
public final class BuildAdvice {

  private BuildAdvice() {}

  /** The view as a map is the object that all look-ups end in. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.Return @Nullable Cache<?, ?> cache) {
    if (cache != null) {
      Caches.opened(probe, cache.asMap(), null);
    }
  }
}
