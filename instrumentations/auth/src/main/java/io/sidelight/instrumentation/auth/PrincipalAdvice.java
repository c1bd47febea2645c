// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.bootstrap.Logins;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a container gives a request its user. */
public final class PrincipalAdvice {

  private PrincipalAdvice() {}

  /** Tells of him. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.Argument(0) @Nullable Object user) {
    if (user != null && Logins.isNew(user)) {
      Probes.end(probe, AuthProbe.SEEN, null, user, null);
    }
  }
}
