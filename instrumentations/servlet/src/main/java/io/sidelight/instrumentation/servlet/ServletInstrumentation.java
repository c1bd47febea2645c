// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.servlet;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.http.HttpDomain;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Weaves servlets and filters. A container that has an instrumentation of its own measures the
 * request before any of these methods is called; then only the route is noted here.
 *
 * <p>The route is noted in {@code service(HttpServletRequest, ..)}, which {@code
 * service(ServletRequest, ..)} calls, so that it is known when the outer one ends a request.
 */
public final class ServletInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.servlet.";

  @Override
  public String id() {
    return "servlet";
  }

  @Override
  public String supports() {
    return "Servlet 3.0 and later, javax and jakarta; routes of Spring MVC";
  }

  @Override
  public Domain domain() {
    return new HttpDomain();
  }

  @Override
  public List<WeavePoint> weavePoints() {
    List<WeavePoint> points = new ArrayList<>(points("javax.servlet.", ADVICE + "Javax"));
    points.addAll(points("jakarta.servlet.", ADVICE + "Jakarta"));
    return points;
  }

  private static List<WeavePoint> points(String api, String advice) {
    String request = api + "ServletRequest";
    String response = api + "ServletResponse";
    TypeMatch generic = TypeMatch.named(api + "GenericServlet");
    // By name: what is below javax is not searched for subtypes.
    TypeMatch http = TypeMatch.named(api + "http.HttpServlet");
    TypeMatch servlets = TypeMatch.subtypeOf(api + "Servlet").except(api);
    TypeMatch filters = TypeMatch.subtypeOf(api + "Filter").except(api);
    MethodMatch service = MethodMatch.named("service").taking(request, response);
    MethodMatch httpService =
        MethodMatch.named("service")
            .taking(api + "http.HttpServletRequest", api + "http.HttpServletResponse");
    MethodMatch doFilter =
        MethodMatch.named("doFilter").taking(request, response, api + "FilterChain");
    MethodMatch init = MethodMatch.named("init").taking(api + "ServletConfig");
    return asList(
        WeavePoint.carrier(generic),
        WeavePoint.in(generic).at(init).with(advice + "InitAdvice"),
        WeavePoint.in(http).at(httpService).with(advice + "RouteAdvice"),
        WeavePoint.in(servlets).at(httpService).with(advice + "RouteAdvice"),
        WeavePoint.in(http).at(service).with(advice + "ServiceAdvice"),
        WeavePoint.in(servlets).at(service).with(advice + "ServiceAdvice"),
        WeavePoint.in(filters).at(doFilter).with(advice + "ServiceAdvice"));
  }
}
