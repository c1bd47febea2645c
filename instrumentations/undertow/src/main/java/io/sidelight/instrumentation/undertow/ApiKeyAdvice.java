// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** The end of an exchange, among calls that find it ended. */
public final class ApiKeyAdvice {

  private ApiKeyAdvice() {}

  /** Tells of a request that was refused, the first time, if anybody wants to know. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @ProbeId int probe,
      @Advice.This HttpServerExchange exchange,
      @Advice.FieldValue("exchangeCompletionListenersCount") int listeners) {
    int status = listeners >= 0 ? exchange.getStatusCode() : 0;
    String header = Requests.keyHeader(probe, status);
    if (header != null) {
      Requests.refused(
          probe, status, exchange.getRequestURI(), exchange.getRequestHeaders().contains(header));
    }
  }
}
