// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameworkRoutesTest {

  @ParameterizedTest
  @CsvSource({
    "/,                              /",
    "//,                             /",
    "/api//orders/,                  /api/orders",
    "/api/orders/{id},               /api/orders/{id}",
    "/api/orders/{id: [0-9]+},       /api/orders/{id}",
    "/orders/{id:[0-9]{2}}/lines,    /orders/{id}/lines",
    "/orders/{ id : .+ }/x,          /orders/{id}/x",
    "orders,                         /orders",
  })
  void aTemplateIsSimplified(String template, String route) {
    assertThat(FrameworkRoutes.simplified(template)).isEqualTo(route);
  }
}
