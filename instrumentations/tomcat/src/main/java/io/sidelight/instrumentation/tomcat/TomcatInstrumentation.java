// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.tomcat;

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
 * Tomcat, at the adapter between its protocols and its containers. Every request of HTTP/1.1,
 * HTTP/2 and AJP passes {@code service} once, and {@code asyncDispatch} each time that something
 * happens to one that waits. A request is over when one of the two leaves it not asynchronous.
 *
 * <p>Tomcat's access log looks like the natural place, but is told twice of a request that fails in
 * a valve, and of an upgrade to HTTP/2, which is answered once more as the first stream.
 */
public final class TomcatInstrumentation implements Instrumentation, ServerLibrary {

  private static final String ADVICE = "io.sidelight.instrumentation.tomcat.";
  private static final String REQUEST = "org.apache.coyote.Request";
  private static final String RESPONSE = "org.apache.coyote.Response";
  private static final TypeMatch ADAPTER =
      TypeMatch.named("org.apache.catalina.connector.CoyoteAdapter");

  @Override
  public String id() {
    return "tomcat";
  }

  @Override
  public String supports() {
    return "Tomcat 9.0 and later";
  }

  @Override
  public Domain domain() {
    return new HttpDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(TypeMatch.named(REQUEST)),
        WeavePoint.in(ADAPTER)
            .at(MethodMatch.named("service", "asyncDispatch").takingFirst(REQUEST, RESPONSE))
            .with(ADVICE + "ApiKeyAdvice"),
        WeavePoint.in(ADAPTER)
            .at(MethodMatch.named("service", "asyncDispatch").takingFirst(REQUEST, RESPONSE))
            .with(ADVICE + "ServiceAdvice"),
        // Inside of the above, which begins the request.
        WeavePoint.in(ADAPTER)
            .at(MethodMatch.named("service").takingFirst(REQUEST, RESPONSE))
            .with(ADVICE + "RequestSizeAdvice"),
        WeavePoint.in(ADAPTER)
            .at(MethodMatch.named("log").takingFirst(REQUEST, RESPONSE))
            .with(ADVICE + "LogAdvice"),
        WeavePoint.in(TypeMatch.named(RESPONSE))
            .at(MethodMatch.named("setCommitted").taking("boolean"))
            .with(ADVICE + "CommitAdvice"),
        WeavePoint.in(TypeMatch.named("org.apache.coyote.AbstractProtocol"))
            .at(MethodMatch.named("start").taking())
            .with(ADVICE + "StartAdvice"));
  }

  @Override
  public ServerReader reader() {
    return new ServerReader("tomcat", "org.apache.tomcat.util.net.AbstractEndpoint")
        .named("getName")
        .with(ServerValue.BUSY, "getCurrentThreadsBusy")
        .with(ServerValue.CURRENT, "getCurrentThreadCount")
        .with(ServerValue.MAX, "getMaxThreads")
        // Not there with virtual threads, or with an executor of several connectors.
        .with(ServerValue.QUEUED, "getExecutor.?getQueue.size")
        .with(ServerValue.CONNECTIONS, "getConnectionCount")
        .with(ServerValue.MAX_CONNECTIONS, "getMaxConnections");
  }
}
