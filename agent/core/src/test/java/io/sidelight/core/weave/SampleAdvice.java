// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The synchronous pattern. */
public final class SampleAdvice {

  /** Begins. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.enter(probe);
  }

  /** Ends. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.This Object self,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0;
      Probes.end(probe, start, "sample", self, thrown);
    }
  }

  private SampleAdvice() {}
}
