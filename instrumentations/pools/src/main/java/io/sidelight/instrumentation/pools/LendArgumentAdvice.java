// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A method that gets what is going to be lent. */
public final class LendArgumentAdvice {

  private LendArgumentAdvice() {}

  /** Lent. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Argument(0) @Nullable Object item,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Pools.lent(probe, item);
    }
  }
}
