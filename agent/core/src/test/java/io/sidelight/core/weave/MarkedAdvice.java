// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The pattern for single methods. */
public final class MarkedAdvice {

  /** Begins. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter() {
    return System.nanoTime();
  }

  /** Ends. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.Enter long start, @Advice.Thrown @Nullable Throwable thrown) {
    Probes.end(probe, start, null, null, thrown);
  }

  private MarkedAdvice() {}
}
