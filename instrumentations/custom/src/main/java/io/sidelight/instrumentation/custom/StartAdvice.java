// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into the method that starts a timer. */
public final class StartAdvice {

  private StartAdvice() {}

  /** Lets the new object carry the timer and the time. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.This Object timer, @Advice.Return @Nullable Object running) {
    Probes.attach(probe, running, Probes.state(timer));
  }
}
