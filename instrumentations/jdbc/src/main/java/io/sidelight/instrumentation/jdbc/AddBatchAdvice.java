// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement.addBatch(sql)}: the first text of a batch stands for the whole batch. */
public final class AddBatchAdvice {

  private AddBatchAdvice() {}

  /** Remembers the first text, with one look-up for a batch however long. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object statement,
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null && Probes.state(statement) == null) {
      Probes.attach(probe, statement, sql);
    }
  }
}
