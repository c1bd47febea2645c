// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The start of a server: its applications are deployed and its listeners are open. */
public final class StartAdvice {

  private StartAdvice() {}

  /** Says so, unless it failed. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe, @Advice.This Object server, @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Requests.serving(probe, server);
    }
  }
}
