// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.caffeine;

import io.sidelight.bootstrap.Caches;
import io.sidelight.spi.ProbeId;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a cache fills a map of keys with the values that it has. */
public final class FillPresentAdvice {

  private FillPresentAdvice() {}

  /** How many keys there are, before some are taken out. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter(@Advice.Argument(0) Map<?, ?> keys) {
    return keys.size();
  }

  /** Returns how many keys the cache does not have. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter int keys,
      @Advice.This Object cache,
      @Advice.Return int absent,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Caches.lookedUp(probe, cache, keys - absent, absent);
    }
  }
}
