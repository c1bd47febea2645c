// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.MethodName;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into the methods that make metrics. */
public final class DeclareAdvice {

  private DeclareAdvice() {}

  /** Lets the new object carry the metric. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @MethodName String kind,
      @Advice.Argument(0) @Nullable String name,
      @Advice.Argument(1) @Nullable String description,
      @Advice.Argument(2) String @Nullable [] labelNames,
      @Advice.Return @Nullable Object made) {
    Probes.attach(probe, made, new @Nullable Object[] {kind, name, description, labelNames});
  }
}
