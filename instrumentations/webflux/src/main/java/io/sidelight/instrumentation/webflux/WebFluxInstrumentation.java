// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.webflux;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.http.HttpDomain;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Spring WebFlux in a servlet container. Its dispatcher carries the routes that it has found. A
 * request that a filter has moved to a thread of the application's before the dispatcher sees it
 * has none, because only the container's threads are known to serve it.
 */
public final class WebFluxInstrumentation implements Instrumentation {

  private static final TypeMatch DISPATCHER =
      TypeMatch.named("org.springframework.web.reactive.DispatcherHandler");

  @Override
  public String id() {
    return "webflux";
  }

  @Override
  public String supports() {
    return "Spring WebFlux 5.3 and later, in servlet containers";
  }

  @Override
  public Domain domain() {
    return new HttpDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        WeavePoint.carrier(DISPATCHER),
        WeavePoint.in(DISPATCHER)
            .at(
                MethodMatch.named("invokeHandler", "handleRequestWith") // of 5 and of 6
                    .taking("org.springframework.web.server.ServerWebExchange", "java.lang.Object"))
            .with("io.sidelight.instrumentation.webflux.WebFluxHandlerAdvice"));
  }
}
