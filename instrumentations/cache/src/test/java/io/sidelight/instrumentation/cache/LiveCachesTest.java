// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.bootstrap.Caches;
import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.Probes;
import io.sidelight.core.config.Config;
import io.sidelight.core.metrics.Exposition;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import io.sidelight.spi.MetricSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LiveCachesTest {

  private static final List<Throwable> ERRORS = new ArrayList<>();
  private static final MetricStore STORE =
      new MetricStore(
          Config.defaults(),
          new Notices() {
            @Override
            public void problem(String text) {
              ERRORS.add(new IllegalStateException(text));
            }

            @Override
            public void error(String source, Throwable error) {
              ERRORS.add(error);
            }

            @Override
            public void serving() {}
          });
  private static final Exposition EXPOSITION = new Exposition(STORE);

  // A JVM has room for a few domains only, so the tests share one.
  private static final int CACHES =
      Probes.add(
          new LiveCaches(
              STORE, 100, List.of(CacheOfOurOwn.PLAIN, CacheOfOurOwn.FRONT, CacheOfOurOwn.COVER)),
          true);

  @AfterEach
  void nothingFailed() {
    assertThat(ERRORS).isEmpty();
  }

  private static CacheOfOurOwn open(String name) {
    CacheOfOurOwn cache = new CacheOfOurOwn(name);
    Caches.opened(CACHES, cache, null);
    return cache;
  }

  private static List<String> lines(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      EXPOSITION.write(out, Exposition.Format.TEXT, List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith("cache_") && line.contains("name=\"" + name + "\""))
        .sorted()
        .toList();
  }

  @Test
  void aCacheHasNoSeriesButItsSizeUntilItIsUsed() {
    CacheOfOurOwn cache = open("a");
    assertThat(lines("a")).containsExactly("cache_size{name=\"a\",type=\"plain\"} 1.0");

    Caches.lookedUp(CACHES, cache, true, null);
    Caches.lookedUp(CACHES, cache, false, new IllegalStateException());
    Caches.evicted(CACHES, cache);
    assertThat(lines("a"))
        .containsExactly(
            "cache_evictions_total{name=\"a\",type=\"plain\"} 1.0",
            "cache_hits_total{name=\"a\",type=\"plain\"} 1.0",
            "cache_misses_total{name=\"a\",type=\"plain\"} 0.0",
            "cache_size{name=\"a\",type=\"plain\"} 1.0");
  }

  @Test
  void cachesOfOneNameAreSummed() {
    CacheOfOurOwn first = open("b");
    CacheOfOurOwn second = open("b");
    second.size = 4;
    Caches.lookedUp(CACHES, first, 1, 2);
    Caches.lookedUp(CACHES, second, 3, 4);

    assertThat(lines("b"))
        .contains(
            "cache_hits_total{name=\"b\",type=\"plain\"} 4.0",
            "cache_misses_total{name=\"b\",type=\"plain\"} 6.0",
            "cache_size{name=\"b\",type=\"plain\"} 5.0");
  }

  @Test
  void aCacheThatCountsForAnotherTakesItsSizeToo() {
    CacheOfOurOwn behind = open("covered");
    CacheOfOurOwn part = new CacheOfOurOwn("part");
    Object cover = new CacheOfOurOwn.Cover("covered", behind, part);
    Caches.opened(CACHES, cover, null);
    Caches.lookedUp(CACHES, cover, 2, 0);
    Caches.evicted(CACHES, part);
    Caches.evicted(CACHES, behind);

    assertThat(lines("covered"))
        .containsExactly(
            "cache_evictions_total{name=\"covered\",type=\"cover\"} 2.0",
            "cache_hits_total{name=\"covered\",type=\"cover\"} 2.0",
            "cache_misses_total{name=\"covered\",type=\"cover\"} 0.0",
            "cache_size{name=\"covered\",type=\"cover\"} 2.0");
  }

  @Test
  void quietLookUpsCountOnlyWhereTheThreadSaysSo() {
    CacheOfOurOwn cache = open("quiet");
    Caches.lookedUpQuietly(CACHES, cache, true, null);
    assertThat(lines("quiet")).hasSize(1);

    Calls unused = Caches.countingFirstHit();
    Caches.lookedUpQuietly(CACHES, cache, true, null);
    Caches.lookedUpQuietly(CACHES, cache, true, null);
    unused = Caches.countingFirstHit();
    Caches.lookedUpQuietly(CACHES, cache, false, null);
    Caches.lookedUpQuietly(CACHES, cache, true, null);
    assertThat(lines("quiet")).contains("cache_hits_total{name=\"quiet\",type=\"plain\"} 1.0");

    Calls calls = Caches.countingAll();
    Caches.lookedUpQuietly(CACHES, cache, true, null);
    Caches.lookedUpQuietly(CACHES, cache, false, null);
    calls.quiet = 0;
    Caches.lookedUpQuietly(CACHES, cache, false, null);
    assertThat(lines("quiet"))
        .contains(
            "cache_hits_total{name=\"quiet\",type=\"plain\"} 2.0",
            "cache_misses_total{name=\"quiet\",type=\"plain\"} 1.0");
  }

  @Test
  void aNameThatItWasGivenWins() {
    CacheOfOurOwn cache = new CacheOfOurOwn("c");
    Caches.opened(CACHES, cache, "given");

    assertThat(lines("c")).isEmpty();
    assertThat(lines("given")).hasSize(1);
  }

  @Test
  void aCacheInFrontGivesItsNameAndDoesNotCount() {
    CacheOfOurOwn behind = open("d");
    CacheOfOurOwn.Front front = new CacheOfOurOwn.Front("e", behind);
    CacheOfOurOwn.Front outermost = new CacheOfOurOwn.Front("f", front);

    assertThat(Caches.enter(CACHES, outermost)).isNull();
    assertThat(Caches.enter(CACHES, front)).isNull();
    Caches.lookedUp(CACHES, behind, true, null);

    assertThat(lines("d")).isEmpty();
    assertThat(lines("f")).isEmpty(); // of the same type as the one behind it
    assertThat(lines("e"))
        .contains(
            "cache_hits_total{name=\"e\",type=\"front\"} 1.0",
            "cache_size{name=\"e\",type=\"front\"} 1.0");
  }

  @Test
  void aCacheInFrontOfNothingThatCountsCountsAlone() {
    CacheOfOurOwn hidden = open("g");
    CacheOfOurOwn.Front front = new CacheOfOurOwn.Front("h", "nothing");

    Calls calls = Objects.requireNonNull(Caches.enter(CACHES, front));
    assertThat(Caches.enter(CACHES, front)).isNull();
    Caches.lookedUp(CACHES, hidden, true, null);
    calls.started[CACHES] = 0;
    Caches.lookedUp(CACHES, front, true, null);

    assertThat(lines("g")).containsExactly("cache_size{name=\"g\",type=\"plain\"} 1.0");
    assertThat(lines("h")).contains("cache_hits_total{name=\"h\",type=\"front\"} 1.0");

    Caches.lookedUp(CACHES, hidden, true, null);
    assertThat(lines("g")).contains("cache_hits_total{name=\"g\",type=\"plain\"} 1.0");
  }

  @Test
  void manyKeysAreCountedWithoutRepetitions() {
    CacheOfOurOwn cache = open("i");
    Caches.lookedUpAll(CACHES, cache, Arrays.asList("x", "x", "y"), 1);
    Caches.lookedUpAll(CACHES, cache, Set.of("x", "y", "z"), 1);
    Iterable<String> once = () -> List.of("x", "y").iterator();
    Caches.lookedUpAll(CACHES, cache, once, 1);

    assertThat(lines("i"))
        .contains(
            "cache_hits_total{name=\"i\",type=\"plain\"} 3.0",
            "cache_misses_total{name=\"i\",type=\"plain\"} 3.0");
  }

  @Test
  void aLoadWithinALoadIsNotOneOfTheLookupAround() {
    CacheOfOurOwn cache = open("j");
    int before = Caches.loads();
    Caches.gotOrLoaded(CACHES, cache, before, "value");
    int outer = Caches.loads();
    int inner = Caches.loads();
    Caches.loaded(inner, 1);
    Caches.loaded(outer, 1);
    assertThat(Caches.loads()).isEqualTo(before + 1);
    Caches.gotOrLoaded(CACHES, cache, before, "value");
    Caches.gotOrLoadedAll(CACHES, cache, before, 3);

    assertThat(lines("j"))
        .contains(
            "cache_hits_total{name=\"j\",type=\"plain\"} 3.0",
            "cache_misses_total{name=\"j\",type=\"plain\"} 1.0");
  }

  @Test
  void anEvictionIsToldOnce() {
    CacheOfOurOwn cache = open("k");
    int before = Caches.evictions();
    Caches.evicted(CACHES, cache);
    Caches.evicted(CACHES, cache, before);
    Caches.evicted(CACHES, cache, Caches.evictions());

    assertThat(lines("k")).contains("cache_evictions_total{name=\"k\",type=\"plain\"} 2.0");
  }

  @Test
  void aCacheThatNobodyReachesIsForgotten() throws InterruptedException {
    CacheOfOurOwn lost = open("l");
    assertThat(lost.size).isEqualTo(1);
    assertThat(lines("l")).hasSize(1);

    lost = open("m");
    for (int i = 0; i < 100 && !lines("l").isEmpty(); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(lines("l")).isEmpty();
    assertThat(lines(lost.getName())).hasSize(1);
  }

  @Test
  void whatCannotCarryIsIgnored() {
    Caches.opened(CACHES, "text", null);
    Caches.lookedUp(CACHES, "text", true, null);
    assertThat(Caches.enter(CACHES, "text")).isNull();
  }

  @Test
  void namesPastTheLimitAreOneWithExactTotals() {
    MetricStore store = new MetricStore(Config.defaults(), new Silent());
    double[] sum = new double[1];
    List<String> names = new ArrayList<>();
    LiveCaches caches = new LiveCaches(store, 100, List.of(CacheOfOurOwn.PLAIN));
    List<CacheOfOurOwn> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      CacheOfOurOwn cache = new CacheOfOurOwn("cache" + i);
      many.add(cache);
      caches.open(cache, null).counted(1, 0);
    }
    caches.tellSizes(
        new MetricSource.Sink() {
          @Override
          public void add(double value, String... labelValues) {
            names.add(labelValues[1]);
            sum[0] += value;
          }

          @Override
          public void add(long count, double sumSeconds, String... labelValues) {
            throw new AssertionError();
          }
        });

    assertThat(names)
        .hasSize(101)
        .contains("other", "cache0", "cache99")
        .doesNotContain("cache100");
    assertThat(sum[0]).isEqualTo(many.size());
  }

  /** Has nobody to tell. */
  private static final class Silent implements Notices {
    @Override
    public void problem(String text) {}

    @Override
    public void error(String source, Throwable error) {}

    @Override
    public void serving() {}
  }
}
