// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a web application logs a user in itself: {@code HttpServletRequest.login}. */
public final class LoginAdvice {

  private LoginAdvice() {}

  /** The attempt begins, unless it is part of one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.mark(probe);
  }

  /** The attempt is over; what it came to, the container says by throwing or not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      long outcome = thrown == null ? AuthProbe.GRANTED : AuthProbe.DENIED;
      Probes.end(probe, outcome, "password", null, thrown);
    }
  }
}
