// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one servlet, or of a framework's own dispatcher, kept on it. A function of the JDK,
 * because advice sees no class of ours: of the request's servlet path, null if there is a path
 * info, and the pattern that a framework found in that servlet, null if none. The result is null if
 * neither names a route.
 *
 * <p>Routes begin with the context path, so that applications in one server are told apart.
 */
final class MappedRoutes implements BinaryOperator<@Nullable String> {

  private static final int MOST_PATTERNS = 1_000;

  private final Map<String, String> exact = new HashMap<>();
  private final ConcurrentHashMap<String, String> patterns = new ConcurrentHashMap<>();
  private final String base;

  /**
   * Reads a servlet's mappings.
   *
   * @param contextPath empty for the root
   * @param mappings as the servlet specification writes them
   */
  MappedRoutes(String contextPath, Collection<?> mappings) {
    String prefix = "";
    for (Object each : mappings) {
      String mapping = String.valueOf(each);
      if (mapping.endsWith("/*")) {
        prefix = mappings.size() == 1 ? mapping.substring(0, mapping.length() - 2) : "";
      } else if (mapping.length() > 1 && mapping.startsWith("/")) {
        exact.put(mapping, contextPath + mapping);
      }
    }
    base = contextPath + prefix;
  }

  @Override
  public @Nullable String apply(@Nullable String servletPath, @Nullable String pattern) {
    String mapped = servletPath == null ? null : exact.get(servletPath);
    if (mapped != null || pattern == null) {
      return mapped;
    }
    return base.isEmpty() && pattern.indexOf(':') < 0 ? pattern : withBase(pattern);
  }

  private String withBase(String pattern) {
    String known = patterns.get(pattern);
    if (known == null) {
      // Without regular expressions, as other frameworks' routes.
      known =
          pattern.indexOf(':') < 0 ? base + pattern : FrameworkRoutes.simplified(base + pattern);
      if (patterns.size() < MOST_PATTERNS) {
        patterns.put(pattern, known);
      }
    }
    return known;
  }
}
