// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** The end of an exchange, before it is recorded. */
public final class RequestSizeAdvice {

  private RequestSizeAdvice() {}

  /** Notes what the client announced, if anybody wants to know. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ProbeId int probe, @Advice.This HttpServerExchange exchange) {
    if (Requests.measuresBodies(probe)) {
      Requests.received(exchange, exchange.getRequestContentLength());
    }
  }
}
