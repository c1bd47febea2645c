// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.servlet;

import io.sidelight.bootstrap.Probes;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BinaryOperator;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A servlet serves a request, or a part of it. */
public final class JakartaRouteAdvice {

  private JakartaRouteAdvice() {}

  /**
   * Notes the servlet's mapping if the request was meant for it: some containers end a request
   * before its servlet returns. Notes what Spring found before it forwards to what may find
   * something else; what it finds while it makes an error page does not count.
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  @SuppressWarnings("unchecked") // nobody else lets servlets carry anything
  public static void enter(
      @ProbeId int probe,
      @Advice.This HttpServlet servlet,
      @Advice.Argument(0) HttpServletRequest request) {
    BinaryOperator<String> routes = (BinaryOperator<String>) Probes.state(servlet);
    if (routes != null
        && request.getDispatcherType() == DispatcherType.REQUEST
        && request.getPathInfo() == null) {
      Requests.route(probe, routes.apply(request.getServletPath(), null));
    }
    if (request.getDispatcherType() == DispatcherType.FORWARD
        && request.getAttribute("org.springframework.web.servlet.DispatcherServlet.CONTEXT") != null
        && request.getAttribute("jakarta.servlet.error.status_code") == null) {
      Object found =
          request.getAttribute(
              "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
      if (found != null) {
        boolean mapped = request.getAttribute("jakarta.servlet.forward.path_info") != null;
        Object prefix = mapped ? request.getAttribute("jakarta.servlet.forward.servlet_path") : "";
        Requests.route(
            probe, request.getContextPath().concat((String) prefix).concat((String) found));
      }
    }
  }

  /** Notes the servlet's mapping if the request was meant for it, or what Spring found. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  @SuppressWarnings("unchecked") // nobody else lets servlets carry anything
  public static void exit(
      @ProbeId int probe,
      @Advice.This HttpServlet servlet,
      @Advice.Argument(0) HttpServletRequest request,
      @Advice.Argument(1) HttpServletResponse response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      Requests.thrown(probe, thrown, response.isCommitted());
    }
    BinaryOperator<String> routes = (BinaryOperator<String>) Probes.state(servlet);
    if (routes != null && request.getDispatcherType() == DispatcherType.REQUEST) {
      // CXF has an attribute of that name, too, with the path that the client sent.
      Object found =
          request.getAttribute("org.springframework.web.servlet.DispatcherServlet.CONTEXT") == null
              ? null
              : request.getAttribute(
                  "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
      String path = request.getPathInfo() == null ? request.getServletPath() : null;
      Requests.route(probe, routes.apply(path, (String) found));
    }
  }
}
