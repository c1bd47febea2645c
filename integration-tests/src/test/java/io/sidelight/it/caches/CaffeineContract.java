// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Victim;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What any version of Caffeine must look like in a scrape. */
abstract class CaffeineContract extends LocalCacheContract {

  static Victim caffeine(String version) {
    return Victim.main("io.sidelight.it.apps.caches.caffeine.Main")
        .app("plain")
        .app("caches", "caffeine-" + version);
  }

  @Override
  String type() {
    return "caffeine";
  }

  @Test
  void aFutureThatIsThereIsAHit() {
    run("futures");
    assertThat(counted()).isEqualTo(futures("Lookups hits 6", "Lookups misses 3"));
    assertThat(size("Futures.Lookups")).isEqualTo(1);

    run("futuresUnbounded");
    assertThat(counted()).isEqualTo(futures("Unbounded hits 6", "Unbounded misses 3"));
    assertThat(size("Futures.Unbounded")).isEqualTo(1);

    run("slowFutures");
    assertThat(counted()).isEqualTo(futures("Slow hits 2", "Slow misses 3"));
    assertThat(size("Futures.Slow")).isEqualTo(1);
  }

  @Test
  void manyFuturesCountOneByOne() {
    run("manyFutures");
    assertThat(counted()).isEqualTo(futures("Many hits 4", "Many misses 5"));

    run("bulkFutures");
    assertThat(counted()).isEqualTo(futures("Bulk hits 4", "Bulk misses 5"));
    assertThat(size("Futures.Bulk")).isEqualTo(3);
  }

  @Test
  void futuresAreEvicted() {
    run("futuresEvictions");

    assertThat(counted()).isEqualTo(futures("Evictions evictions 90"));
    assertThat(size("Futures.Evictions")).isEqualTo(10);
  }

  @Test
  void theViewOfFuturesAsAMapDoesNotCount() {
    run("futuresViews");

    assertThat(counted()).isEmpty();
    assertThat(size("Futures.Views")).isEqualTo(1);
  }

  private static String futures(String... nameAndRest) {
    return Stream.of(nameAndRest)
        .map(rest -> "caffeine Futures." + rest)
        .collect(Collectors.joining("\n"));
  }
}
