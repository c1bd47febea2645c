// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ActionRoutesTest {

  private static ActionRoutes routes(String contextPath) {
    Map<String, Map<String, Object>> namespaces = new LinkedHashMap<>();
    namespaces.put("", Map.of("plain", 1, "stock", 1));
    namespaces.put("/", Map.of("index", 1));
    namespaces.put("/shop", Map.of("orders", 1, "order_*", 1));
    namespaces.put("/stores/*", Map.of("stock", 1));
    namespaces.put("/towns/{town}", Map.of("stock", 1, "map", 1));
    return new ActionRoutes(contextPath, namespaces);
  }

  @Test
  void anActionIsCalledAsInItsConfiguration() {
    assertThat(routes("/app").apply("/shop", "orders")).isEqualTo("/app/shop/orders");
    assertThat(routes("/app").apply("/shop", "order_*")).isEqualTo("/app/shop/order_*");
    assertThat(routes("/app").apply("/", "index")).isEqualTo("/app/index");
    assertThat(routes("").apply("/shop", "orders")).isEqualTo("/shop/orders");
    assertThat(routes("").apply("", "plain")).isEqualTo("/plain");
    assertThat(routes("").apply(null, "plain")).isEqualTo("/plain");
  }

  @Test
  void aNamespaceThatTheClientInventedIsNoPartOfIt() {
    assertThat(routes("/app").apply("/invented", "plain")).isEqualTo("/app/plain");
    assertThat(routes("/app").apply("/shop", "plain")).isEqualTo("/app/plain");
    assertThat(routes("/app").apply("/stores/4711", "stock")).isEqualTo("/app/stores/*/stock");
    assertThat(routes("/app").apply("/towns/4711", "map")).isEqualTo("/app/towns/{town}/map");
  }

  @Test
  void anActionThatIsNotConfiguredHasNoRoute() {
    assertThat(routes("/app").apply("/shop", "invented")).isNull();
    assertThat(routes("/app").apply("/invented", "orders")).isNull();
  }

  @Test
  void aRouteIsNotBuiltTwice() {
    ActionRoutes routes = routes("/app");

    assertThat(routes.apply("/shop", "orders")).isSameAs(routes.apply("/shop", "orders"));
  }
}
