// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.sidelight.bootstrap.KeyReads;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined where a number of a reply is handed to what takes it. */
public final class NumberAdvice {

  private NumberAdvice() {}

  /** Tells it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe, @Advice.Argument(0) Object output, @Advice.Argument(1) long number) {
    KeyReads.number(probe, output, number);
  }
}
