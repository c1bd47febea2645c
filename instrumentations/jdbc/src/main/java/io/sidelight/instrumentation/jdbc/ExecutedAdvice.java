// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Results;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement.execute(sql, ..)}, whose results are asked for later. */
public final class ExecutedAdvice {

  private ExecutedAdvice() {}

  /** Remembers the text. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.This Object statement, @Advice.Argument(0) @Nullable String sql) {
    Results.executed(statement, sql);
  }
}
