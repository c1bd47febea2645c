// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** A method of a pool that takes back what carries no lease. */
public final class ReturnToAdvice {

  private ReturnToAdvice() {}

  /** Serves this thread no longer. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object pool) {
    Pools.returnedTo(probe, pool);
  }
}
