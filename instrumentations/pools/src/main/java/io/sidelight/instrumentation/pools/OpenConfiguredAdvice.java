// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** As {@link OpenAdvice}, where the field {@code config} is what can be asked about the pool. */
public final class OpenConfiguredAdvice {

  private OpenConfiguredAdvice() {}

  /** Known from now on. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object pool,
      @Advice.FieldValue("config") @Nullable Object config,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Pools.opened(probe, pool, config);
    }
  }
}
