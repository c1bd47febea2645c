// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty12;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.ee10.servlet.ServletChannel;
import org.jspecify.annotations.Nullable;

/** A stretch in which a thread runs servlets of environment ee10. */
public final class Ee10HandleAdvice {

  private Ee10HandleAdvice() {}

  /** Begins the stretch, unless this thread already works for a request. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe, @Advice.This ServletChannel channel) {
    return Requests.active(probe)
        ? null
        : Requests.enter(probe, channel.getRequest().getComponents());
  }

  /** Ends the stretch; the request may go on elsewhere. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.This ServletChannel channel) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      if (start != 0) {
        Requests.exit(probe, calls, channel.getRequest().getComponents(), start);
      }
    }
  }
}
