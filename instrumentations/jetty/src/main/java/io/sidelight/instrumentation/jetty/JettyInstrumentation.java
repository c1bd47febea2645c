// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jetty;

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
 * Jetty up to 11. Every thread that works for a request, whatever protocol it came by, does so in
 * {@code HttpChannel.handle()}, and {@code onCompleted()} runs exactly once, where Jetty writes its
 * own request log. A channel serves one request at a time and is used again for the next one of its
 * connection.
 *
 * <p>A thread may go on with the request before the one that let it go has left {@code handle()},
 * therefore the channel carries the request.
 */
public final class JettyInstrumentation implements Instrumentation, ServerLibrary {

  private static final String ADVICE = "io.sidelight.instrumentation.jetty.";
  private static final TypeMatch CHANNEL = TypeMatch.named("org.eclipse.jetty.server.HttpChannel");

  @Override
  public String id() {
    return "jetty";
  }

  @Override
  public String supports() {
    return "Jetty 9.4, 10 and 11";
  }

  @Override
  public Domain domain() {
    return new HttpDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(CHANNEL),
        // onBadMessage answers what could not be parsed, so handle() never sees it
        WeavePoint.in(CHANNEL)
            .at(MethodMatch.named("handle", "onBadMessage"))
            .with(ADVICE + "HandleAdvice"),
        WeavePoint.in(CHANNEL)
            .at(MethodMatch.named("onCompleted").taking())
            .with(ADVICE + "RequestSizeAdvice"),
        WeavePoint.in(CHANNEL)
            .at(MethodMatch.named("onCompleted").taking())
            .with(ADVICE + "ApiKeyAdvice"),
        WeavePoint.in(CHANNEL)
            .at(MethodMatch.named("onCompleted").taking())
            .with(ADVICE + "CompletedAdvice"),
        // the same in Jetty 12
        WeavePoint.in(TypeMatch.named("org.eclipse.jetty.server.Server"))
            .at(MethodMatch.named("doStart").taking())
            .with(ADVICE + "StartAdvice"));
  }

  @Override
  public ServerReader reader() {
    // Pools of virtual threads do not tell.
    return new ServerReader("jetty", "org.eclipse.jetty.server.Server")
        .named("getThreadPool.?getName", "qtp-?\\d+")
        .with(ServerValue.BUSY, "getThreadPool.?getBusyThreads")
        .with(ServerValue.CURRENT, "getThreadPool.getThreads")
        .with(ServerValue.MAX, "getThreadPool.?getMaxThreads")
        .with(ServerValue.QUEUED, "getThreadPool.?getQueueSize");
  }
}
