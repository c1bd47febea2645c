// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MappedRoutesTest {

  @Test
  void anExactMappingIsARoute() {
    MappedRoutes routes = new MappedRoutes("/shop", List.of("/a", "/b", "/c/*"));

    assertThat(routes.apply("/a", null)).isEqualTo("/shop/a");
    assertThat(routes.apply("/b", "/ignored")).isEqualTo("/shop/b");
    assertThat(routes.apply("/c", null)).isNull();
  }

  @Test
  void noOtherMappingIs() {
    MappedRoutes routes = new MappedRoutes("", List.of("/", "*.do", "/c/*"));

    assertThat(routes.apply("/", null)).isNull();
    assertThat(routes.apply("/x.do", null)).isNull();
    assertThat(routes.apply("/c", null)).isNull();
    assertThat(routes.apply(null, null)).isNull();
  }

  @Test
  void aPatternIsSeenFromTheServersRoot() {
    assertThat(new MappedRoutes("", List.of("/")).apply("/o/1", "/o/{id}")).isEqualTo("/o/{id}");
    assertThat(new MappedRoutes("/shop", List.of("/")).apply("/o/1", "/o/{id}"))
        .isEqualTo("/shop/o/{id}");
    assertThat(new MappedRoutes("/shop", List.of("/mvc/*")).apply(null, "/o/{id}"))
        .isEqualTo("/shop/mvc/o/{id}");
  }

  @Test
  void aPatternIsNotBuiltTwice() {
    MappedRoutes routes = new MappedRoutes("/shop", List.of("/"));

    assertThat(routes.apply(null, "/o/{id}")).isSameAs(routes.apply(null, "/o/{id}"));
  }
}
