// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jwt;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Inlined where jose4j checks a token. Without its signature that is a look into it, before the
 * check, unless there is nothing to look at.
 */
public final class ConsumeAdvice {

  private ConsumeAdvice() {}

  /** Begins, unless it is part of one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.mark(probe);
  }

  /** The token is good, or not. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.FieldValue("skipSignatureVerification") boolean look,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      if (!look || thrown != null) {
        Probes.end(probe, JwtProbe.VALIDATED, null, null, thrown);
      }
    }
  }
}
