// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A method of a pool that returns a part of it. */
public final class PartReturnedAdvice {

  private PartReturnedAdvice() {}

  /** Whose part it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.This Object pool, @Advice.Return @Nullable Object part) {
    Pools.belongs(probe, part, pool);
  }
}
