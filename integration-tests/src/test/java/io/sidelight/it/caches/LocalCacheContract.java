// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.caches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a library that keeps values in the heap must look like in a scrape. */
abstract class LocalCacheContract extends CacheContract {

  /** The label. */
  abstract String type();

  /** One line for each, of a cache that the scenario's class has built. */
  private String lines(String... nameAndRest) {
    StringBuilder lines = new StringBuilder();
    for (String each : nameAndRest) {
      lines.append(lines.length() == 0 ? "" : "\n").append(type()).append(" Main.").append(each);
    }
    return lines.toString();
  }

  @Test
  void aLookupIsAHitOrAMiss() {
    run("lookups");
    assertThat(counted()).isEqualTo(lines("Lookups hits 3", "Lookups misses 2"));
    assertThat(size("Main.Lookups")).isEqualTo(1);

    run("lookupsUnbounded");
    assertThat(counted()).isEqualTo(lines("Unbounded hits 3", "Unbounded misses 2"));
    assertThat(size("Main.Unbounded")).isEqualTo(1);
  }

  @Test
  void aLoadIsAMissHoweverItEnds() {
    run("loads");
    assertThat(counted()).isEqualTo(lines("Loads hits 1", "Loads misses 3"));
    assertThat(size("Main.Loads")).isEqualTo(1);

    run("loadsUnbounded");
    assertThat(counted()).isEqualTo(lines("UnboundedLoads hits 1", "UnboundedLoads misses 3"));
  }

  @Test
  void manyKeysCountOneByOne() {
    run("many");
    assertThat(counted()).isEqualTo(lines("Many hits 2", "Many misses 3"));

    run("loadingCache");
    assertThat(counted()).isEqualTo(lines("Loading hits 2", "Loading misses 3"));

    run("bulkLoadingCache");
    assertThat(counted()).isEqualTo(lines("Bulk hits 2", "Bulk misses 3"));
    assertThat(size("Main.Bulk")).isEqualTo(3);
  }

  @Test
  void aLoaderMayLookUpElsewhere() {
    run("nested");

    assertThat(counted())
        .isEqualTo(lines("Inner hits 1", "Inner misses 1", "Outer hits 1", "Outer misses 2"));
  }

  @Test
  void waitingForAnothersLoadIsAMiss() {
    run("waits");

    assertThat(counted()).isEqualTo(lines("Waits misses 2"));
  }

  @Test
  void theViewAsAMapDoesNotCount() {
    run("views");

    assertThat(counted()).isEmpty();
    assertThat(size("Main.Views")).isEqualTo(1);
  }

  @Test
  void whatTheCacheDropsOnItsOwnIsAnEviction() {
    run("evictions");
    assertThat(counted()).isEqualTo(lines("Evictions evictions 90"));
    assertThat(size("Main.Evictions")).isEqualTo(9);

    run("expiry");
    assertThat(counted()).isEqualTo(lines("Expiry evictions 5"));
    assertThat(size("Main.Expiry")).isZero();
  }

  /** What is counted of an entry that has expired, when it is loaded again in its place. */
  String countedOfReload() {
    return lines("Reloads evictions 1", "Reloads misses 1");
  }

  final String missOfReload() {
    return lines("Reloads misses 1");
  }

  @Test
  void anExpiredEntryIsAMiss() {
    run("reloads");

    assertThat(counted()).isEqualTo(countedOfReload());
  }

  @Test
  void cachesThatOnePlaceBuildsShareAName() {
    run("instances");

    assertThat(counted()).isEqualTo(lines("Instances hits 1000"));
    assertThat(size("Main.Instances")).isEqualTo(1_000);
  }

  @Test
  void cachesThatAClassBuildsInSeveralPlacesAreNumbered() {
    run("places");

    assertThat(counted()).isEqualTo(lines("Places misses 1", "Places-2 misses 1"));
  }

  @Test
  void ownStatisticsStayAsTheyAre() {
    run("recorded");
    assertThat(counted()).isEqualTo(lines("Recorded hits 1", "Recorded misses 2"));

    run("unchanged");
  }

  @Test
  void aCacheThatNobodyUsesIsForgotten() {
    run("remember");
    assertThat(size("Main.Forgotten")).isEqualTo(1);

    run("forget");
    await(scrape -> !scrape.has("cache_size", "name", "Main.Forgotten"));
  }
}
