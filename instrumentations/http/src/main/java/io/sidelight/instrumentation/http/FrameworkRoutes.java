// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import java.util.List;

/** Makes routes of what frameworks know. */
final class FrameworkRoutes {

  private final List<RouteLibrary> libraries;

  FrameworkRoutes(List<RouteLibrary> libraries) {
    this.libraries = libraries;
  }

  /**
   * A route, e.g. {@code /shop/api/orders/{id}}.
   *
   * @param asked as in {@link RouteLibrary}
   * @return empty if there is none
   * @throws ReflectiveOperationException if the framework could not be asked
   */
  String of(List<?> asked) throws ReflectiveOperationException {
    Object method = asked.get(1);
    for (RouteLibrary library : libraries) {
      if (method.getClass().getName().startsWith(library.typePrefix())) {
        Object base = asked.get(0) == null ? null : library.base(asked.get(0));
        String template = library.template(method);
        return template == null ? "" : simplified((base == null ? "" : base) + "/" + template);
      }
    }
    return "";
  }

  /** One slash where there are several, none at the end, and no regular expressions. */
  static String simplified(String path) {
    StringBuilder route = new StringBuilder("/");
    int depth = 0;
    boolean expression = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '{' ? 1 : 0;
      expression |= depth > 0 && c == ':';
      if (c == '}' && --depth == 0) {
        expression = false;
      }
      boolean repeated = c == '/' && route.charAt(route.length() - 1) == '/';
      boolean blank = depth > 0 && c == ' ';
      if (!expression && !repeated && !blank) {
        route.append(c);
      }
    }
    int end = route.length() - 1;
    return end > 0 && route.charAt(end) == '/' ? route.substring(0, end) : route.toString();
  }
}
