// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandNamesTest {

  private final CommandNames names = new CommandNames();

  @Test
  void everyKnownCommandIsFoundInAnyCase() {
    assertThat(names.size()).isGreaterThan(400);
    for (int i = 1; i < names.size(); i++) {
      String name = names.name(i);
      assertThat(name(name)).isEqualTo(name);
      assertThat(name(name.toLowerCase(Locale.ROOT))).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GETS", "GE", "user:17", "OTHER", "s3cret", "GET ", "gét"})
  void whatRedisDoesNotKnowIsOther(String unknown) {
    assertThat(name(unknown)).isEqualTo("OTHER");
  }

  @Test
  void aLongNameIsOther() {
    assertThat(name("x".repeat(100_000))).isEqualTo("OTHER");
  }

  private String name(String command) {
    return names.name(names.indexOf(command.getBytes(ISO_8859_1)));
  }
}
