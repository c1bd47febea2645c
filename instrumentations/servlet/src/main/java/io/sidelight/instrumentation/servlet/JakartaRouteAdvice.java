// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.servlet;

import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BinaryOperator;
import net.bytebuddy.asm.Advice;

/** A servlet serves a request, or a part of it. */
public final class JakartaRouteAdvice {

  private JakartaRouteAdvice() {}

  /** Notes what Spring found so far, before a servlet that it forwards to finds something else. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  @SuppressWarnings("unchecked") // nobody else lets servlets carry anything
  public static void enter(
      @ProbeId int probe,
      @Advice.This HttpServlet servlet,
      @Advice.Argument(0) HttpServletRequest request) {
    BinaryOperator<String> routes = (BinaryOperator<String>) Probes.state(servlet);
    if (routes != null && request.getDispatcherType() != DispatcherType.REQUEST) {
      Object found =
          request.getAttribute(
              "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
      Requests.route(probe, routes.apply(null, (String) found));
    }
  }

  /** Notes the servlet's mapping if the request was meant for it, or what Spring found. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  @SuppressWarnings("unchecked") // nobody else lets servlets carry anything
  public static void exit(
      @ProbeId int probe,
      @Advice.This HttpServlet servlet,
      @Advice.Argument(0) HttpServletRequest request) {
    BinaryOperator<String> routes = (BinaryOperator<String>) Probes.state(servlet);
    if (routes != null && request.getDispatcherType() == DispatcherType.REQUEST) {
      Object found =
          request.getAttribute(
              "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
      String path = request.getPathInfo() == null ? request.getServletPath() : null;
      Requests.route(probe, routes.apply(path, (String) found));
    }
  }
}
