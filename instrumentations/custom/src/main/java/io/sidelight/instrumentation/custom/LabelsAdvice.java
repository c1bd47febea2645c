// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into the methods that give one series of a metric. */
public final class LabelsAdvice {

  private LabelsAdvice() {}

  /** Lets the new object carry the series. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object metric,
      @Advice.Argument(0) String @Nullable [] values,
      @Advice.Return @Nullable Object made) {
    Probes.attach(probe, made, new @Nullable Object[] {Probes.state(metric), values});
  }
}
