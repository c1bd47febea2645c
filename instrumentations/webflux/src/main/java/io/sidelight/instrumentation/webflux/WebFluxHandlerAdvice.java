// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.webflux;

import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import java.util.Collections;
import java.util.function.BinaryOperator;
import net.bytebuddy.asm.Advice;
import org.springframework.web.server.ServerWebExchange;

/** Spring has found the handler of a request and is about to call it. */
public final class WebFluxHandlerAdvice {

  private WebFluxHandlerAdvice() {}

  /** Notes the pattern that it was found by, below the path that the dispatcher serves. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  @SuppressWarnings("unchecked") // nobody else lets dispatchers carry anything
  public static void enter(
      @ProbeId int probe,
      @Advice.This Object dispatcher,
      @Advice.Argument(0) ServerWebExchange exchange) {
    Object found =
        exchange
            .getAttributes()
            .get("org.springframework.web.reactive.HandlerMapping.bestMatchingPattern");
    if (found != null && Requests.active(probe)) {
      if (Probes.state(dispatcher) == null) {
        String base = exchange.getRequest().getPath().contextPath().value();
        Probes.attach(probe, dispatcher, new Object[] {base, Collections.emptyList()});
      }
      BinaryOperator<String> routes = (BinaryOperator<String>) Probes.state(dispatcher);
      if (routes != null) {
        Requests.route(probe, routes.apply(null, found.toString()));
      }
    }
  }
}
