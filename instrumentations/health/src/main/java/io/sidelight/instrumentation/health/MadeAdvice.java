// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.health;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined at the end of constructors. */
public final class MadeAdvice {

  private MadeAdvice() {}

  /** There is an object more. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.This Object made) {
    Probes.end(probe, 0, null, made, null);
  }
}
