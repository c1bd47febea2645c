// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** A method of a part of the pool that this thread waits for. */
public final class PartAdvice {

  private PartAdvice() {}

  /** Whose part it is. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object part) {
    Pools.belongs(probe, part, null);
  }
}
