// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** As {@link CreateAdvice}, in an inner class of the pool. */
public final class CreateForOuterAdvice {

  private CreateForOuterAdvice() {}

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
      @Advice.FieldValue("this$0") @Nullable Object pool,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Pools.created(probe, start, pool);
    }
  }
}
