// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BuildSitesTest {

  private final BuildSites sites = new BuildSites();

  private String name(String... frames) {
    return sites.name(
        Stream.of(frames)
            .map(frame -> frame.split(":", -1))
            .map(parts -> new StackTraceElement(parts[0], "m", null, Integer.parseInt(parts[1])))
            .toArray(StackTraceElement[]::new));
  }

  @Test
  void theNameIsThatOfTheFirstClassOfTheApplication() {
    assertThat(
            name(
                "io.sidelight.instrumentation.cache.BuildSites:1",
                "io.sidelight.bootstrap.Caches:1",
                "com.github.benmanes.caffeine.cache.Caffeine:1",
                "java.util.Optional:1",
                "com.acme.Coupons:1",
                "com.acme.Main:1"))
        .isEqualTo("Coupons");
  }

  @Test
  void placesOfOneClassAreNumbered() {
    assertThat(name("com.acme.Coupons:1")).isEqualTo("Coupons");
    assertThat(name("com.acme.Coupons:2")).isEqualTo("Coupons-2");
    assertThat(name("com.acme.Coupons:1")).isEqualTo("Coupons");
    assertThat(name("org.other.Coupons:1")).isEqualTo("Coupons-3");
  }

  @Test
  void whatCompilersAndProxiesAddIsLeftAway() {
    assertThat(name("com.acme.Shop$Coupons:1")).isEqualTo("Shop.Coupons");
    assertThat(name("com.acme.A$1:1")).isEqualTo("A");
    assertThat(name("com.acme.B$$SpringCGLIB$$0:1")).isEqualTo("B");
    assertThat(name("com.acme.C$:1")).isEqualTo("C");
    assertThat(name("D:1")).isEqualTo("D");
  }

  @Test
  void whereThereIsOnlyTheLibraryTheNameIsOther() {
    assertThat(name("java.lang.Thread:1")).isEqualTo("other");
    assertThat(name()).isEqualTo("other");
  }
}
