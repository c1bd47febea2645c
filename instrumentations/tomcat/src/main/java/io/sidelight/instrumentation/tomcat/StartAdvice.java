// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.tomcat;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The start of a connector, which comes after that of the applications. */
public final class StartAdvice {

  private StartAdvice() {}

  /** Says that requests are answered, unless the start failed. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.FieldValue("endpoint") @Nullable Object endpoint,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      Requests.serving(probe, endpoint);
    }
  }
}
