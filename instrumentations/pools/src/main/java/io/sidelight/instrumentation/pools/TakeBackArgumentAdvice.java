// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A method that gets what comes back. */
public final class TakeBackArgumentAdvice {

  private TakeBackArgumentAdvice() {}

  /** Before another caller can get it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.Argument(0) @Nullable Object item) {
    Pools.returned(probe, item);
  }
}
