// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.undertow;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.http.HttpDomain;
import io.sidelight.instrumentation.http.ServerLibrary;
import io.sidelight.instrumentation.http.ServerReader;
import io.sidelight.instrumentation.http.ServerValue;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Undertow, below its servlets. Whatever thread works for a request runs a handler through {@code
 * Connectors.executeRootHandler}: the I/O thread, the worker that it dispatches to before it has
 * left that method, and each asynchronous dispatch. Therefore the exchange carries the request.
 *
 * <p>{@code invokeExchangeCompleteListeners} is called from many places; a field says whether this
 * is the first time. Requests that cannot be parsed never become an exchange with an answer: the
 * listener writes one to the connection itself.
 */
public final class UndertowInstrumentation implements Instrumentation, ServerLibrary {

  private static final String ADVICE = "io.sidelight.instrumentation.undertow.";
  private static final String EXCHANGE = "io.undertow.server.HttpServerExchange";
  private static final String LISTENERS = "io.undertow.server.protocol.";

  @Override
  public String id() {
    return "undertow";
  }

  @Override
  public String supports() {
    return "Undertow 2.0 and later";
  }

  @Override
  public Domain domain() {
    return new HttpDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(TypeMatch.named(EXCHANGE)),
        WeavePoint.in(TypeMatch.named("io.undertow.server.Connectors"))
            .at(MethodMatch.named("executeRootHandler"))
            .with(ADVICE + "ExecuteAdvice"),
        WeavePoint.in(TypeMatch.named(EXCHANGE))
            .at(MethodMatch.named("invokeExchangeCompleteListeners").taking())
            .with(ADVICE + "RequestSizeAdvice"),
        WeavePoint.in(TypeMatch.named(EXCHANGE))
            .at(MethodMatch.named("invokeExchangeCompleteListeners").taking())
            .with(ADVICE + "ApiKeyAdvice"),
        WeavePoint.in(TypeMatch.named(EXCHANGE))
            .at(MethodMatch.named("invokeExchangeCompleteListeners").taking())
            .with(ADVICE + "CompleteAdvice"),
        WeavePoint.in(
                TypeMatch.named(
                    LISTENERS + "http.HttpReadListener", LISTENERS + "ajp.AjpReadListener"))
            .at(MethodMatch.named("sendBadRequestAndClose", "handleBadRequest"))
            .with(ADVICE + "BadRequestAdvice"),
        WeavePoint.in(TypeMatch.named("io.undertow.Undertow"))
            .at(MethodMatch.named("start").taking())
            .with(ADVICE + "StartAdvice"));
  }

  @Override
  public ServerReader reader() {
    // How many threads there are and how many work, XNIO does not know: it answers 0 and -1.
    return new ServerReader("undertow", "io.undertow.Undertow")
        .named("getWorker.getName")
        .with(ServerValue.MAX, "getWorker.?getMXBean.getMaxWorkerPoolSize");
  }
}
