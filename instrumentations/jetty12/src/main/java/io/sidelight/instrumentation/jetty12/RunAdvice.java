// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty12;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The stretch in which a request goes through the handlers. */
public final class RunAdvice {

  private RunAdvice() {}

  /** Begins the stretch, unless this thread already works for a request. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(
      @ProbeId int probe, @Advice.FieldValue("this$0") Object channel) {
    return Requests.enter(probe, channel);
  }

  /** Ends the stretch; the request may go on elsewhere. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.FieldValue("this$0") Object channel) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      if (start != 0) {
        Requests.exit(probe, calls, channel, start);
      }
    }
  }
}
