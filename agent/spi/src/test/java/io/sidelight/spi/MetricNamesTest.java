// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNamesTest {

  @ParameterizedTest
  @CsvSource({
    "orders, _total, orders_total",
    "orders_total, _total, orders_total",
    "orders.placed, _total, orders_placed_total",
    "orders_created, _total, orders_created_total",
    "size_bytes, '', size_bytes",
    "x, '', x"
  })
  void theSuffixIsAddedUnlessThere(String name, String suffix, String exposed) {
    assertThat(MetricNames.exposed(name, suffix)).isEqualTo(exposed);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '\"\" is not a metric name; use letters, digits and _'",
    "'', _total, '\"\" is not a metric name; use letters, digits and _'",
    "9x, '', '\"9x\" is not a metric name; use letters, digits and _'",
    "a:b, '', '\"a:b\" is not a metric name; use letters, digits and _'",
    "redis_x, _total, names with redis_ are for built-in metrics",
    "cache.hits, _total, cache_hits_total is a built-in metric",
    "x_total, '', a gauge's name does not end in _total",
    "x_info, '', a gauge's name does not end in _info"
  })
  void anImpossibleNameIsRefused(String name, String suffix, String why) {
    assertThatThrownBy(() -> MetricNames.exposed(name, suffix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '\"\" is not a label name; use letters, digits and _'",
    "__x, '\"__x\" is not a label name; use letters, digits and _'",
    "a-b, '\"a-b\" is not a label name; use letters, digits and _'",
    "le, the label le is reserved"
  })
  void anImpossibleLabelIsRefused(String label, String why) {
    assertThatThrownBy(() -> MetricNames.checkLabel(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @Test
  void aLabelMayHaveAnyOtherName() {
    for (String label : new String[] {"status", "_x", "Shop2"}) {
      MetricNames.checkLabel(label);
    }
  }
}
