// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Calls of which nothing counts. {@code Connection.setAutoCommit(..)} and others that concern the
 * transaction or the session: some drivers execute a statement for them and others send something
 * of their own; as nested calls they never count, so that numbers do not depend on the driver. And
 * parts of a call that already counts, where they run on another thread.
 */
public final class NestedAdvice {

  private NestedAdvice() {}

  /** From here on all is nested. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe) {
    return Probes.mark(probe);
  }

  /** Ends without a trace. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@ProbeId int probe, @Advice.Enter @Nullable Calls calls) {
    if (calls != null) {
      calls.started[probe] = 0;
    }
  }
}
