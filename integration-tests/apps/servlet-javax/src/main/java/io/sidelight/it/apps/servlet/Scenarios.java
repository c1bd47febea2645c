// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.servlet;

import java.util.EnumSet;
import java.util.Set;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterRegistration;
import javax.servlet.Servlet;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.ServletRegistration;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Registers all servlets and filters by the servlet API alone, so that every container serves the
 * same application. The container has to add error pages: 410 and {@link IllegalStateException}
 * lead to {@code /error-page}.
 */
public final class Scenarios implements ServletContainerInitializer {

  static final String ERROR_PAGE = "/error-page";
  static final int STATUS_WITH_PAGE = 410;

  /** What Spring's servlet has, as nobody else: its context. */
  private static final String SPRING = "org.springframework.web.servlet.DispatcherServlet.CONTEXT";

  private static final String PATTERN =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    plain(context);
    dispatching(context);
    failing(context);
    AsyncScenarios.register(context);
    SqlScenario.register(context);
    filters(context);
  }

  private static void plain(ServletContext context) {
    add(context, "/hello", (request, response) -> response.getWriter().print("hello"));
    add(context, "/things/*", (request, response) -> response.getWriter().print("a thing"));
    add(context, "*.do", (request, response) -> response.getWriter().print("done"));
    add(
        context,
        "/status",
        (request, response) -> response.setStatus(Integer.parseInt(request.getQueryString())));
    add(
        context,
        "/missing/*",
        (request, response) -> response.sendError(HttpServletResponse.SC_NOT_FOUND));
    add(context, "/redirect", (request, response) -> response.sendRedirect("hello"));
    add(context, "/moved/*", (request, response) -> response.sendRedirect("/app/hello"));
    add(
        context,
        "/form",
        (request, response) -> {
          response.setCharacterEncoding("UTF-8");
          response.getWriter().print(request.getParameter("name"));
        });
    add(
        context,
        "/login",
        (request, response) -> {
          try {
            request.login("user-canary", "wrong-canary");
          } catch (ServletException | RuntimeException e) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
          }
        });
    add(context, "/slow", (request, response) -> Pause.millis(60));
    add(
        context,
        "/endless",
        (request, response) -> {
          byte[] block = new byte[64 * 1024];
          for (int i = 0; i < 1_000; i++) {
            response.getOutputStream().write(block);
          }
        });
  }

  private static void dispatching(ServletContext context) {
    add(
        context,
        "/forward",
        (request, response) -> request.getRequestDispatcher("/hello").forward(request, response));
    add(
        context,
        "/include",
        (request, response) -> {
          request.getRequestDispatcher("/hello").include(request, response);
          request.getRequestDispatcher("/hello").include(request, response);
        });
    // What Spring's DispatcherServlet does, as far as a container can tell.
    add(
        context,
        "/mvc/*",
        (request, response) -> {
          request.setAttribute(SPRING, "here");
          request.setAttribute(PATTERN, "/orders/{id}");
          if (request.getPathInfo().endsWith("/forwarded")) {
            request.getRequestDispatcher("/mvc-view").forward(request, response);
          }
        });
    add(
        context,
        "/mvc-view",
        (request, response) -> {
          request.setAttribute(SPRING, "here");
          request.setAttribute(PATTERN, "/views/{name}");
        });
  }

  private static void failing(ServletContext context) {
    add(context, "/send-error", (request, response) -> response.sendError(STATUS_WITH_PAGE));
    add(context, ERROR_PAGE, (request, response) -> response.getWriter().print("sorry"));
    add(
        context,
        "/throws",
        (request, response) -> {
          throw new IllegalArgumentException("on purpose");
        });
    add(
        context,
        "/throws-with-page",
        (request, response) -> {
          throw new IllegalStateException("on purpose");
        });
    add(
        context,
        "/throws-late",
        (request, response) -> {
          response.getWriter().print("beginning");
          response.flushBuffer();
          throw new IllegalArgumentException("on purpose");
        });
    add(context, "/overflows", (request, response) -> overflow(request.getContextPath().length()));
  }

  private static int overflow(int depth) {
    return depth < 0 ? depth : overflow(depth + 1) + 1;
  }

  private static void filters(ServletContext context) {
    filter(
        context,
        "/guarded/*",
        (request, response, chain) ->
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_UNAUTHORIZED));
    filter(
        context,
        "/answered/*",
        (request, response, chain) -> response.getWriter().print("by the filter"));
    filter(
        context,
        "/filtered/throws",
        (request, response, chain) -> {
          throw new IllegalArgumentException("on purpose");
        });
    filter(context, "/*", (request, response, chain) -> chain.doFilter(request, response));
    filter(
        context,
        "/*",
        (request, response, chain) ->
            chain.doFilter(new ForgetfulRequest((HttpServletRequest) request), response));
  }

  static void add(ServletContext context, String mapping, Scenario.Body body) {
    Servlet servlet = new Scenario(body);
    ServletRegistration.Dynamic added = context.addServlet("servlet " + mapping, servlet);
    added.setAsyncSupported(true);
    added.addMapping(mapping);
  }

  private static void filter(ServletContext context, String mapping, PassingFilter.Body body) {
    Filter filter = new PassingFilter(body);
    String name = "filter " + context.getFilterRegistrations().size();
    FilterRegistration.Dynamic added = context.addFilter(name, filter);
    added.setAsyncSupported(true);
    added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, mapping);
  }
}
