// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Logins;
import io.sidelight.spi.ClassName;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where one of several that are asked checks credentials in its own way. */
public final class CheckedAdvice {

  private CheckedAdvice() {}

  /** The attempt is of its kind if it knows the user, or was the last to refuse him. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @ClassName String provider,
      @Advice.Return @Nullable Object user,
      @Advice.Thrown @Nullable Throwable thrown) {
    Logins.checked(probe, provider, user != null && thrown == null);
  }
}
