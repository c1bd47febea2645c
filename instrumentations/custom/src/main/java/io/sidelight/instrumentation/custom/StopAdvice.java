// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into the method that ends what a timer measures. */
public final class StopAdvice {

  private StopAdvice() {}

  /** Hands over the time, and the label values known by now. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object running,
      @Advice.Argument(0) String @Nullable [] labelValues) {
    Probes.end(probe, System.nanoTime(), labelValues, Probes.state(running), null);
  }
}
