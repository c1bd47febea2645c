// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedCommandTest {

  private static List<String> words(String encoded) {
    byte[] bytes = encoded.getBytes(ISO_8859_1);
    EncodedCommand command = new EncodedCommand(bytes);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < command.words() && command.next(); i++) {
      words.add(new String(bytes, command.start(), command.end() - command.start(), ISO_8859_1));
    }
    assertThat(command.next()).isFalse();
    return words;
  }

  @Test
  void wordsMayHaveAnyBytes() {
    assertThat(words("*3\r\n$4\r\nMGET\r\n$0\r\n\r\n$4\r\n\r\n$1\r\n"))
        .containsExactly("MGET", "", "\r\n$1");
  }

  @Test
  void whatIsCutOffIsNoWord() {
    String encoded = "*3\r\n$4\r\nMGET\r\n$3\r\nk:1\r\n$3\r\nk:2\r\n";
    for (int length = 0; length < encoded.length() - 2; length++) {
      assertThat(words(encoded.substring(0, length))).hasSizeLessThan(3);
    }
    assertThat(new EncodedCommand("*3\r\n$4".getBytes(ISO_8859_1)).words()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "*\r\n", "GET a\r\n", "*2\r\n:1\r\n", "*99999999999\r\n", "*2"})
  void anythingElseHasNoWords(String bytes) {
    assertThat(words(bytes)).isEmpty();
  }

  @Test
  void anAbsurdLengthIsNoWord() {
    assertThat(words("*2\r\n$3\r\nGET\r\n$999999999999\r\nx\r\n")).containsExactly("GET");
    assertThat(words("*2\r\n$3\r\nGET\r\n$-1\r\nx\r\n")).containsExactly("GET");
  }
}
