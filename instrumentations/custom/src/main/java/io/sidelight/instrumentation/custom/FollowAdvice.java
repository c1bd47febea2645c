// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into the method that takes a value which is read at scrapes. */
public final class FollowAdvice {

  private FollowAdvice() {}

  /** Hands it over. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe, @Advice.This Object gauge, @Advice.Argument(0) @Nullable Object value) {
    Probes.end(probe, 0, value, Probes.state(gauge), null);
  }
}
