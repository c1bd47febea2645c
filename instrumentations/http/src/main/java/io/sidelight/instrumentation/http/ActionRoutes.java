// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one application's actions, which have names in namespaces. A function of the JDK,
 * because advice sees no class of ours: of the namespace that the client asked for and the name
 * that the action has in the configuration. The result is null if there is no such action.
 *
 * <p>Where that namespace has no such action, the framework has found it in one that is a pattern,
 * or in the nameless one that is there for all. Then the route has the namespace of the
 * configuration: nothing that a client can choose becomes a part of it.
 *
 * <p>Immutable, so safe for many threads.
 */
final class ActionRoutes implements BinaryOperator<@Nullable String> {

  private final Map<String, Map<String, String>> byNamespace = new HashMap<>();
  private final Map<String, String> elsewhere = new HashMap<>();

  /**
   * Reads what is configured.
   *
   * @param contextPath empty for the root
   * @param namespaces actions by name, by namespace; patterns in the order in which they are tried
   */
  ActionRoutes(String contextPath, Map<?, ?> namespaces) {
    for (Map.Entry<?, ?> each : namespaces.entrySet()) {
      String namespace = String.valueOf(each.getKey());
      Map<String, String> routes = new HashMap<>();
      for (Object name : ((Map<?, ?>) each.getValue()).keySet()) {
        String route = FrameworkRoutes.simplified(contextPath + "/" + namespace + "/" + name);
        routes.put(String.valueOf(name), route);
      }
      byNamespace.put(namespace, routes);
      if (isPattern(namespace)) {
        routes.forEach(elsewhere::putIfAbsent);
      }
    }
    byNamespace.getOrDefault("", new HashMap<>()).forEach(elsewhere::putIfAbsent);
  }

  private static boolean isPattern(String namespace) {
    return namespace.indexOf('*') >= 0 || namespace.indexOf('{') >= 0;
  }

  @Override
  public @Nullable String apply(@Nullable String namespace, @Nullable String name) {
    Map<String, String> routes = byNamespace.get(namespace == null ? "" : namespace);
    String route = routes == null ? null : routes.get(name);
    return route == null ? elsewhere.get(name) : route;
  }
}
