// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Results;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** {@code ResultSet.close()}. */
public final class CloseResultAdvice {

  private CloseResultAdvice() {}

  /** The result is over. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object result) {
    Results.over(probe, result);
  }
}
