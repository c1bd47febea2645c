// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;

/** A request that could not be parsed, and is answered with a fixed text. */
public final class BadRequestAdvice {

  private BadRequestAdvice() {}

  /** Counts it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This Object listener) {
    Requests.end(probe, listener, null, null, 400, -1);
  }
}
