// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.MethodName;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined into the methods that take a number, of counters and gauges. */
public final class AmountAdvice {

  private AmountAdvice() {}

  /** Hands it over, with what to do with it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @MethodName String operation,
      @Advice.This Object meter,
      @Advice.Argument(0) double amount) {
    Probes.end(probe, Double.doubleToRawLongBits(amount), operation, Probes.state(meter), null);
  }
}
