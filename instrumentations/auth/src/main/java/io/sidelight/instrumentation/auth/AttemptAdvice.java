// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where credentials are checked, and a user is returned if they are good. */
public final class AttemptAdvice {

  private AttemptAdvice() {}

  /** The attempt begins, unless it is part of one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.mark(probe);
  }

  /** The attempt is over. What refused it says more than what it came through. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.Argument(0) @Nullable Object presented,
      @Advice.Return @Nullable Object user,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      boolean granted = user != null && thrown == null;
      String name = granted || calls.refusal == null ? calls.login : calls.refusal;
      calls.login = null;
      calls.refusal = null;
      Probes.end(probe, granted ? AuthProbe.GRANTED : AuthProbe.DENIED, name, presented, thrown);
    }
  }
}
