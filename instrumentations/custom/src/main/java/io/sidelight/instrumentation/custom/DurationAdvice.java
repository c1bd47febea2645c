// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** Inlined into the method that takes a duration. */
public final class DurationAdvice {

  private DurationAdvice() {}

  /** Hands it over. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe, @Advice.This Object timer, @Advice.Argument(0) long nanos) {
    Probes.end(probe, nanos, null, Probes.state(timer), null);
  }
}
