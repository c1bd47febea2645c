// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A stretch in which a thread runs a handler for an exchange. */
public final class ExecuteAdvice {

  private ExecuteAdvice() {}

  /** Begins the stretch, unless this thread already works for a request. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(
      @ProbeId int probe, @Advice.Argument(1) HttpServerExchange exchange) {
    // A timeout may run a handler for an exchange that is over.
    Calls calls = exchange.isComplete() ? null : Requests.enter(probe, exchange);
    if (calls != null) {
      Requests.path(probe, exchange.getRequestURI()); // a forward replaces it
    }
    return calls;
  }

  /** Ends the stretch; the request may go on elsewhere. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.Argument(1) HttpServerExchange exchange) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      if (start != 0) {
        Requests.exit(probe, calls, exchange, start);
      }
    }
  }
}
