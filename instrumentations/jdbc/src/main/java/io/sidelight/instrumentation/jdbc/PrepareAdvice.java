// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code Connection.prepareStatement(sql, ..)} and {@code prepareCall(sql, ..)}. A wrapper's
 * statement and the driver's below it each get the state, because either may be the outermost.
 */
public final class PrepareAdvice {

  private PrepareAdvice() {}

  /** The statement exists: lets it know its text. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Return @Nullable Object statement) {
    Probes.attach(probe, statement, sql);
  }
}
