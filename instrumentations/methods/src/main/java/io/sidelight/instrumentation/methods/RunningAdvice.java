// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into methods whose running calls are counted, and nothing is read from them. */
public final class RunningAdvice {

  private RunningAdvice() {}

  /** Begins the call; 0 if it does not count. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter(@ProbeId int probe) {
    return Probes.begin(probe);
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
