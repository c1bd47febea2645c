// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into the method that finds a built-in counter. */
public final class BuiltInAdvice {

  private BuiltInAdvice() {}

  /** Lets the new object carry it. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.Argument(0) String name, @Advice.Return @Nullable Object made) {
    Probes.attach(probe, made, new @Nullable Object[] {name});
  }
}
