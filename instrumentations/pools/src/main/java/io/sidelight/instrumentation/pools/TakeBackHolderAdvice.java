// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A method of a handle whose field {@code holder} is what comes back. */
public final class TakeBackHolderAdvice {

  private TakeBackHolderAdvice() {}

  /** Before another caller can get it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.FieldValue("holder") @Nullable Object item) {
    Pools.returned(probe, item);
  }
}
