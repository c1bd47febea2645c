// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Logins;
import io.sidelight.spi.ClassName;
import net.bytebuddy.asm.Advice;

/**
 * Inlined where credentials of one kind are read and handed over to be checked, if there are any.
 */
public final class ThroughAdvice {

  private ThroughAdvice() {}

  /** What is checked now came through here. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ClassName String reader) {
    Logins.through(reader);
  }

  /** What is checked from now on did not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit() {
    Logins.through(null);
  }
}
