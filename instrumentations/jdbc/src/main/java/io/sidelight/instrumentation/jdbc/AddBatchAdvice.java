// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code Statement.addBatch(sql)}: the last text stands for the batch. Not the first, because then
 * somebody would have to forget it in time: drivers clear a batch while they execute it.
 */
public final class AddBatchAdvice {

  private AddBatchAdvice() {}

  /** The text is accepted: remembers it. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object statement,
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Probes.attach(probe, statement, sql);
    }
  }
}
