// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Inlined where Spring Security reads the cookie by which it remembers a user. One that it does not
 * accept goes no further; one that it does is checked like other credentials.
 */
public final class RememberedAdvice {

  private RememberedAdvice() {}

  /** Counts a cookie that is none, or not any more. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      Probes.end(probe, AuthProbe.DENIED, "remember_me", null, thrown);
    }
  }
}
