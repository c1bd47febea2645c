// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final List<String> STRINGS =
      List.of("java/sql/", "jakarta/servlet/", "Lio/sidelight/annotations/Timed;");

  @Test
  void aStringIsFoundWhereverItStands() {
    Marks marks = new Marks(STRINGS);
    for (String string : STRINGS) {
      for (int before = 0; before < 40; before++) {
        for (int after = 0; after < 3; after++) {
          String text = "j".repeat(before) + string + "/".repeat(after);
          assertThat(marks.areIn(text.getBytes(ISO_8859_1))).as(text).isTrue();
        }
      }
    }
  }

  @Test
  void whatIsCutOffIsNotFound() {
    Marks marks = new Marks(STRINGS);
    for (String string : STRINGS) {
      for (int length = 0; length < string.length(); length++) {
        assertThat(marks.areIn(string.substring(0, length).getBytes(ISO_8859_1))).isFalse();
      }
    }
  }

  @Test
  void itFindsWhatAPlainSearchFinds() {
    Random random = new Random(42);
    List<String> strings = List.of("aba", "a/ab", "bb/ba", "baa/ab/a");
    Marks marks = new Marks(strings);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append("ab/".charAt(random.nextInt(3)));
      }
      boolean expected = strings.stream().anyMatch(text.toString()::contains);
      assertThat(marks.areIn(text.toString().getBytes(ISO_8859_1)))
          .as(text.toString())
          .isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).isBetween(2_000, 18_000);
  }

  @Test
  void bytesThatAreNoTextAreNoTrouble() {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    assertThat(new Marks(STRINGS).areIn(bytes)).isFalse();
    assertThat(new Marks(List.of()).areIn(bytes)).isFalse();
  }
}
