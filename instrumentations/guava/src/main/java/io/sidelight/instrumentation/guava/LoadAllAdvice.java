// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.guava;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache loads many keys at once, if its loader can. */
public final class LoadAllAdvice {

  private LoadAllAdvice() {}

  /** A loader may look up, and load, in turn. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter() {
    return Caches.loads();
  }

  /** A loader that cannot is asked again for each key, where the misses count. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter int before,
      @Advice.This Object cache,
      @Advice.Argument(0) Set<?> keys,
      @Advice.Thrown @Nullable Throwable thrown) {
    int loaded = thrown instanceof UnsupportedOperationException ? 0 : keys.size();
    Caches.lookedUp(probe, cache, 0, loaded);
    Caches.loaded(before, loaded);
  }
}
