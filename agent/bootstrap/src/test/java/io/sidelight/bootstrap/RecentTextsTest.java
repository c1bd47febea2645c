// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentTextsTest {

  @Test
  void theSameBytesAreTheSameText() {
    byte[] bytes = "GET /orders HTTP/1.1".getBytes(ISO_8859_1);
    String first = RecentTexts.of(bytes, 4, 11);
    assertThat(first).isEqualTo("/orders");
    assertThat(RecentTexts.of("x/orders".getBytes(ISO_8859_1), 1, 8)).isSameAs(first);
  }

  @Test
  void whateverTheBytesTheTextIsRight() {
    Random random = new Random(42);
    byte[] bytes = new byte[700];
    for (int i = 0; i < 50_000; i++) {
      random.nextBytes(bytes);
      int start = random.nextInt(bytes.length);
      int end = start + random.nextInt(bytes.length - start + 1);
      if (i % 2 == 0) {
        end = Math.min(end, start + 2); // short ones share places
      }
      assertThat(RecentTexts.of(bytes, start, end))
          .isEqualTo(new String(bytes, start, end - start, ISO_8859_1));
    }
  }

  @Test
  void nothingIsNothing() {
    assertThat(RecentTexts.of(null, 0, 0)).isNull();
    assertThat(RecentTexts.of(new byte[3], 2, 2)).isEmpty();
  }
}
