// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Order, com.acme.Order, true",
    "com.acme.Order, com.acme.Orders, false",
    "com.acme.*, com.acme.Order, true",
    "com.acme.*, com.acme.sub.Order, false",
    "com.acme.**, com.acme.sub.Order, true",
    "**Mapper, com.acme.OrderMapper, true",
    "*Mapper, com.acme.OrderMapper, false",
    "**.*Mapper, com.acme.OrderMapper, true",
    "com.*.Order, com.acme.Order, true",
    "com.*.Order, com.a.b.Order, false",
    "**, com.acme.Order, true",
    "'', com.acme.Order, false",
  })
  void aPatternMatchesWholeNames(String glob, String name, boolean expected) {
    assertThat(Glob.matches(glob, name)).isEqualTo(expected);
  }

  @Test
  void aHostilePatternTakesNoTime() {
    assertThat(Glob.matches("**a".repeat(200), "a".repeat(199))).isFalse();
  }
}
