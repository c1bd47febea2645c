// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** A method that closes the pool. */
public final class CloseAdvice {

  private CloseAdvice() {}

  /** Forgotten, even if closing fails half-way. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object pool) {
    Pools.closed(probe, pool);
  }
}
