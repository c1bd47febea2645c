// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.core.config.Config;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPrefixesTest {

  private final List<String> problems = new ArrayList<>();
  private final MetricStore store =
      new MetricStore(
          Config.defaults(),
          new Notices() {
            @Override
            public void problem(String text) {
              problems.add(text);
            }

            @Override
            public void error(String source, Throwable error) {
              problems.add(error.toString());
            }

            @Override
            public void serving() {}
          });

  private KeyPrefixes prefixes(String separators, int parts) {
    return new KeyPrefixes(store, separators, parts, 100);
  }

  private static String name(KeyPrefixes prefixes, String key) {
    byte[] bytes = ("<" + key + ">").getBytes(UTF_8);
    KeySeries first = prefixes.of(bytes, 1, bytes.length - 1);
    assertThat(prefixes.of(bytes, 1, bytes.length - 1)).isSameAs(first);
    return first.name();
  }

  @ParameterizedTest
  @CsvSource({
    "user:42:profile,    user,         user",
    "user:profile:42,    user,         user:profile",
    "app:user:42,        app,          app:user",
    "books::1,           books,        books",
    "v1:user:42,         v1,           v1:user",
    "order_lines:1,      order_lines,  order_lines",
    "user:,              user,         user",
    "{user}:42,          user,         user",
    "{user:42}:profile,  user,         user",
    "{app}:user:42,      app,          app:user",
    "other:1,            other,        other",
    // nothing before a separator
    "user,               none,         none",
    "'',                 none,         none",
    "42,                 none,         none",
    // no words
    ":user,              other,        other",
    "42:user,            other,        other",
    "joe@example.com:1,  other,        other",
    "a1b2c3d4e5:user:1,  other,        other",
    "deadbeef:user,      other,        other",
    "Müller:1,           other,        other",
    "山:1,               other,        other",
    "two words:1,        other,        other",
    "}{:1,               other,        other",
    "{}:1,               other,        other",
  })
  void aPrefixOfWordsIsAName(String key, String ofOnePart, String ofTwoParts) {
    assertThat(name(prefixes(":", 1), key)).isEqualTo(ofOnePart);
    assertThat(name(prefixes(":", 2), key)).isEqualTo(ofTwoParts);
  }

  @Test
  void aLongPrefixIsOther() {
    KeyPrefixes prefixes = prefixes(":", 2);
    String longest = "abcdefgh".repeat(8);

    assertThat(name(prefixes, longest + ":1")).isEqualTo(longest);
    assertThat(name(prefixes, longest + "i:1")).isEqualTo("other");
    assertThat(name(prefixes, longest)).isEqualTo("none");
    assertThat(name(prefixes, "x".repeat(100_000))).isEqualTo("other");
    assertThat(name(prefixes, "user:" + "x".repeat(100_000) + ":1")).isEqualTo("user");
  }

  @Test
  void separatorsAreAsConfigured() {
    KeyPrefixes prefixes = prefixes("/-\u00b7", 2);

    assertThat(name(prefixes, "user-42")).isEqualTo("user");
    assertThat(name(prefixes, "app/user-42")).isEqualTo("app/user");
    assertThat(name(prefixes, "app:user")).isEqualTo("none");
    assertThat(problems)
        .containsExactly(
            "cache.redis.separators: '\u00b7' is ignored; a separator is an ASCII character");
    assertThat(name(prefixes("", 1), "user:42")).isEqualTo("none");
  }

  @Test
  void namesPastTheCapAreOtherAndKnownOnesStay() {
    KeyPrefixes prefixes = new KeyPrefixes(store, ":", 1, 3);
    for (String name : List.of("one", "two", "three")) {
      assertThat(name(prefixes, name + ":1")).isEqualTo(name);
    }

    for (int i = 0; i < 10_000; i++) {
      assertThat(name(prefixes, "x" + (char) ('g' + i % 20) + "y" + (char) ('g' + i / 500) + ":1"))
          .isEqualTo("other");
      assertThat(name(prefixes, UUID.randomUUID() + ":1")).isEqualTo("other");
    }
    assertThat(name(prefixes, "three:2")).isEqualTo("three");
  }
}
