// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty12;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.http.HttpDomain;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Jetty 12, below the servlet environments. {@code HandlerInvoker.run()} takes a request through
 * the handlers; any thread may complete it, even before {@code run()} returns, and then {@code
 * completeStream()} runs once, where Jetty writes its own request log. The {@code HttpChannelState}
 * around both serves one request at a time and carries it.
 *
 * <p>Servlets may go on on other threads, which the core does not see: each environment has a
 * {@code handle()} of its own for that. The start of a server is in the instrumentation of the
 * earlier versions, whose {@code Server} has the same name.
 */
public final class Jetty12Instrumentation implements Instrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.jetty12.";
  private static final String CHANNEL = "org.eclipse.jetty.server.internal.HttpChannelState";
  private static final TypeMatch INVOKER = TypeMatch.named(CHANNEL + "$HandlerInvoker");

  @Override
  public String id() {
    return "jetty12";
  }

  @Override
  public String supports() {
    return "Jetty 12.0 and 12.1, with ee8, ee9, ee10 and ee11";
  }

  @Override
  public Domain domain() {
    return new HttpDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(TypeMatch.named(CHANNEL)),
        WeavePoint.in(INVOKER).at(MethodMatch.named("run").taking()).with(ADVICE + "RunAdvice"),
        // Inside of the above, which begins the request.
        WeavePoint.in(INVOKER)
            .at(MethodMatch.named("run").taking())
            .with(ADVICE + "RequestSizeAdvice"),
        WeavePoint.in(INVOKER)
            .at(MethodMatch.named("completeStream")) // moved in the course of 12.0
            .with(ADVICE + "InvokerCompleteAdvice"),
        WeavePoint.in(TypeMatch.named(CHANNEL))
            .at(MethodMatch.named("completeStream"))
            .with(ADVICE + "CompleteAdvice"),
        WeavePoint.in(INVOKER)
            .at(MethodMatch.named("completeStream"))
            .with(ADVICE + "InvokerApiKeyAdvice"),
        WeavePoint.in(TypeMatch.named(CHANNEL))
            .at(MethodMatch.named("completeStream"))
            .with(ADVICE + "ApiKeyAdvice"),
        servlets("org.eclipse.jetty.ee8.nested.HttpChannel", "Ee8HandleAdvice"),
        servlets("org.eclipse.jetty.ee9.nested.HttpChannel", "Ee9HandleAdvice"),
        servlets("org.eclipse.jetty.ee10.servlet.ServletChannel", "Ee10HandleAdvice"),
        servlets("org.eclipse.jetty.ee11.servlet.ServletChannel", "Ee11HandleAdvice"));
  }

  private static WeavePoint servlets(String channel, String advice) {
    return WeavePoint.in(TypeMatch.named(channel))
        .at(MethodMatch.named("handle").taking())
        .with(ADVICE + advice);
  }
}
