// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.Pools;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A method after which the pool is open, and has a pool of objects that can be asked about it. */
public final class OpenObjectsAdvice {

  private OpenObjectsAdvice() {}

  /** Known from now on. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.This Object pool,
      @Advice.FieldValue("internalPool") @Nullable Object objects,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Pools.opened(probe, pool, objects);
    }
  }
}
