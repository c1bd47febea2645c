// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A method of a pool, or of a part of it, that opens a connection. */
public final class CreateAdvice {

  private CreateAdvice() {}

  /** Notes the time. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter() {
    return System.nanoTime();
  }

  /** A connection that could not be opened has no time. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter long start,
      @Advice.This Object pool,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Pools.created(probe, start, pool);
    }
  }
}
