// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {

  @ParameterizedTest
  @CsvSource({
    "/health, /health, true",
    "/health, /health;a=b, true",
    "/health, /healthy, false",
    "/health, /health/live, false",
    "/health, /app/health, false",
    "/health/**, /health, true",
    "/health/**, /health/, true",
    "/health/**, /health/live/x, true",
    "/health/**, /healthy, false",
    "/health/*, /health/live, true",
    "/health/*, /health/live/x, false",
    "/health/*, /health, false",
    "/**/health, /health, true",
    "/**/health, /app/a/health, true",
    "/**/health, /app/ahealth, false",
    "/a/**/z, /a/z, true",
    "/a/**/z, /a/b/c/z, true",
    "/a/**/z, /a/b/c/y, false",
    "/img/*.png, /img/x.png, true",
    "/img/*.png, /img/y/x.png, false",
    "/v?/x, /v1/x, true",
    "/v?/x, /v10/x, false",
    "/v?/x, /v//x, false",
    "/a.b, /aXb, false",
    "/a(b, /a(b, true",
  })
  void patternsAreAntPatterns(String pattern, String path, boolean ignored) {
    assertThat(new PathPatterns(List.of(pattern)).contain(path)).isEqualTo(ignored);
  }

  @Test
  void nothingIsIgnoredByDefaultHere() {
    assertThat(new PathPatterns(List.of()).contain("/health")).isFalse();
  }

  @Test
  void aLongPathCostsLittle() {
    PathPatterns ignored = new PathPatterns(List.of("/**/a/**/b/**/c"));

    assertThat(ignored.contain("/a/b".repeat(100_000))).isFalse();
  }
}
