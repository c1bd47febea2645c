// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Results;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** {@code ResultSet.next()}. */
public final class NextRowAdvice {

  private NextRowAdvice() {}

  /** How many rows there were before. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter(@Advice.This Object result) {
    return Results.read(result);
  }

  /** One more, or the end. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter long before,
      @Advice.This Object result,
      @Advice.Return boolean found) {
    Results.moved(probe, result, before, found);
  }
}
