// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Logins;
import io.sidelight.spi.ClassName;
import net.bytebuddy.asm.Advice;

/** Inlined where a filter has read credentials and asks itself whether they have to be checked. */
public final class RequiredAdvice {

  private RequiredAdvice() {}

  /** If so, that comes next on this thread. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ClassName String filter, @Advice.Return boolean required) {
    if (required) {
      Logins.through(filter);
    }
  }
}
