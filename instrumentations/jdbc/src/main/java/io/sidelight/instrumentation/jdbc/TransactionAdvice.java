// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.MethodName;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Connection.commit()} and {@code rollback(..)}, as statements of these names. */
public final class TransactionAdvice {

  private TransactionAdvice() {}

  /** Begins, unless nested. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.enter(probe);
  }

  /** Ends, as what the method is called. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @MethodName String method,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      Probes.end(probe, start, method, null, thrown);
    }
  }
}
