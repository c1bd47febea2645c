// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import java.sql.PreparedStatement;
import net.bytebuddy.asm.Advice;

/** {@code Statement.clearBatch()}: forgets what {@link AddBatchAdvice} remembered. */
public final class ClearBatchAdvice {

  private ClearBatchAdvice() {}

  /** A prepared statement keeps its own text. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.This Object statement) {
    if (!(statement instanceof PreparedStatement)) {
      Probes.attach(probe, statement, null);
    }
  }
}
