// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Inlined where a client does something that other advice wants to know of while it lasts: there
 * {@code Probes.mark} returns null. Nothing is measured.
 */
public final class MarkAdvice {

  private MarkAdvice() {}

  /** Sets the thread's mark. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.mark(probe);
  }

  /** Removes it. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.Enter @Nullable Calls calls) {
    if (calls != null) {
      calls.started[probe] = 0;
    }
  }
}
