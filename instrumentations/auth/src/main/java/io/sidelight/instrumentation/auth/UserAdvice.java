// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Logins;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where the user of a request is asked for: asking oneself might load a session. */
public final class UserAdvice {

  private UserAdvice() {}

  /** Tells of him. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.Return @Nullable Object user) {
    if (user != null && Logins.isNew(user)) {
      Probes.end(probe, AuthProbe.SEEN, null, user, null);
    }
  }
}
