// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into annotated methods: a call ends when the method does. Every call counts. */
public final class CallAdvice {

  private CallAdvice() {}

  /** Never 0, which is what a failed enter leaves behind. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter() {
    return System.nanoTime() | 1;
  }

  /** Ends the call. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.Enter long start, @Advice.Thrown @Nullable Throwable thrown) {
    if (start != 0) {
      Probes.end(probe, start, null, null, thrown);
    }
  }
}
