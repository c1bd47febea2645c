// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** The end of an exchange, among calls that find it ended. */
public final class CompleteAdvice {

  private CompleteAdvice() {}

  /** Ends the request, the first time. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This HttpServerExchange exchange,
      @Advice.FieldValue("exchangeCompletionListenersCount") int listeners) {
    if (listeners >= 0) {
      String method = exchange.getRequestMethod().toString();
      String path = exchange.getRequestURI();
      Requests.end(probe, exchange, method, path, exchange.getStatusCode());
    }
  }
}
