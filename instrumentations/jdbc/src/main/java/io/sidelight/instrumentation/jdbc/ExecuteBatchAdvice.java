// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import java.sql.PreparedStatement;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Statement.executeBatch()} and {@code executeLargeBatch()}: one operation. */
public final class ExecuteBatchAdvice {

  private ExecuteBatchAdvice() {}

  /** Begins, unless nested. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.enter(probe);
  }

  /** Ends; a plain statement, nested ones too, then forgets the text of its batch. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.This Object statement,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      Probes.end(probe, start, Probes.state(statement), null, thrown);
    }
    if (!(statement instanceof PreparedStatement)) {
      Probes.attach(probe, statement, null);
    }
  }
}
