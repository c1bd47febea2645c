// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.lettuce;

import io.sidelight.bootstrap.KeyReads;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined where a value of a reply, which may be nil, is handed to what takes it. */
public final class ValueAdvice {

  private ValueAdvice() {}

  /** Tells whether there is one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.Argument(0) Object output,
      @Advice.Argument(1) @Nullable Object bytes) {
    KeyReads.value(probe, output, bytes != null);
  }
}
