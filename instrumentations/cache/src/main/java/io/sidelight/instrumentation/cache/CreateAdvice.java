// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a manager creates a cache under a name that the cache does not know. */
public final class CreateAdvice {

  private CreateAdvice() {}

  /** Known from now on. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Argument(0) @Nullable String name,
      @Advice.Return @Nullable Object cache) {
    Caches.opened(probe, cache, name);
  }
}
