// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** The end of an exchange, among calls that find it ended. */
public final class CompleteAdvice {

  private CompleteAdvice() {}

  /** Ends the request, the first time; its status is unknown if the client got no answer. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This HttpServerExchange exchange,
      @Advice.FieldValue("exchangeCompletionListenersCount") int listeners) {
    int status = exchange.isResponseStarted() ? exchange.getStatusCode() : 0;
    // What BadRequestAdvice counts may have an exchange, which no handler ever saw.
    if (listeners >= 0 && (status >= 400 || Probes.state(exchange) != null)) {
      String method = exchange.getRequestMethod().toString();
      Requests.end(
          probe,
          exchange,
          method,
          exchange.getRequestURI(),
          status,
          exchange.getResponseBytesSent());
    }
  }
}
