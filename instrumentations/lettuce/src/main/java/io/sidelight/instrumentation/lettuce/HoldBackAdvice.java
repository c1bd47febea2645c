// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.sidelight.bootstrap.Pools;
import net.bytebuddy.asm.Advice;

/** Inlined where a connection is told whether it may hold commands back. */
public final class HoldBackAdvice {

  private HoldBackAdvice() {}

  /** From now on only the application knows when what is sent on it really goes. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object connection) {
    Pools.occupied(connection);
  }
}
