// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** A method of what comes back. */
public final class TakeBackThisAdvice {

  private TakeBackThisAdvice() {}

  /** Before another caller can get it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object item) {
    Pools.returned(probe, item);
  }
}
