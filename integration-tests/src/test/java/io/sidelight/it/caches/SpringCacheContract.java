// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import org.junit.jupiter.api.Test;

/** What any version of Spring's caches must look like in a scrape. */
abstract class SpringCacheContract extends CacheContract {

  static Victim spring(String version) {
    return Victim.main("io.sidelight.it.apps.caches.spring.Main")
        .app("plain")
        .app("caches", "spring-" + version);
  }

  @Test
  void aCacheInFrontOfCaffeineGivesItItsName() {
    run("caffeine");

    assertThat(counted()).isEqualTo("spring coupons hits 3\nspring coupons misses 2");
    assertThat(size("coupons")).isEqualTo(2);
    assertThat(scrape().has("cache_size", "name", "CaffeineCacheManager")).isFalse();
  }

  @Test
  void aCacheInFrontOfAMapCountsItself() {
    run("map");

    assertThat(counted()).isEqualTo("spring stations hits 3\nspring stations misses 2");
    assertThat(size("stations")).isEqualTo(2);
  }

  @Test
  void aKnownNullIsAHit() {
    run("nothing");

    assertThat(counted()).isEqualTo("spring nothing hits 1");
  }

  @Test
  void whatGoesPastSpringCountsWithIt() {
    run("direct");

    assertThat(counted()).isEqualTo("spring direct misses 2");
  }

  @Test
  void aCacheThatHidesWhatIsBehindItCountsForIt() {
    run("own");

    assertThat(counted()).isEqualTo("spring own hits 1\nspring own misses 1");
  }

  @Test
  void callsOfAnnotatedMethodsCount() {
    run("annotated");

    assertThat(counted())
        .isEqualTo(
            """
            spring orders hits 2
            spring orders misses 1
            spring synced-orders hits 2
            spring synced-orders misses 1""");
  }

  @Test
  void namesAreCappedAndTotalsExact() {
    try (VictimProcess victim = program().on(jdk).agent("cache.max-names=50").start()) {
      victim.awaitLine("ready");
      victim.send("names 1");
      victim.awaitLine("done names 1");
      Scrape scrape = victim.scrape();

      assertThat(scrape.labels("cache_misses_total", "name")).hasSize(51).contains("other");
      assertThat(scrape.labels("cache_size", "name")).hasSize(51).contains("other");
      assertThat(scrape.sum("cache_misses_total")).isEqualTo(10_000);
      assertThat(scrape.sum("cache_size")).isEqualTo(10_000);
    }
  }

  @Test
  void nothingIsMeasuredWhereItIsSwitchedOff() {
    try (VictimProcess victim = program().on(jdk).agent("instrument.cache=false").start()) {
      victim.awaitLine("ready");
      victim.send("caffeine 1");
      victim.awaitLine("done caffeine 1");

      assertThat(victim.scrape().has("cache_hits_total")).isFalse();
      assertThat(victim.scrape().has("cache_size")).isFalse();
    }
  }
}
