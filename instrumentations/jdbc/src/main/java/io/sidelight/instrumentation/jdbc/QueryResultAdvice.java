// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Results;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement.executeQuery(sql)} returns a result. */
public final class QueryResultAdvice {

  private QueryResultAdvice() {}

  /** Begins, perhaps within another one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Results.enter(probe);
  }

  /** Lets the result count its rows. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Return @Nullable Object result) {
    if (calls != null) {
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
    }
    Results.exit(probe, calls, result, sql);
  }
}
