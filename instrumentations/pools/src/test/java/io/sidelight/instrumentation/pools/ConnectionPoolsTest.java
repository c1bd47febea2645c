// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.bootstrap.Pools;
import io.sidelight.bootstrap.Probes;
import io.sidelight.core.config.Config;
import io.sidelight.core.metrics.Exposition;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import io.sidelight.spi.MetricSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ConnectionPoolsTest {

  private static final List<String> PROBLEMS = new ArrayList<>();
  private static final List<Throwable> ERRORS = new ArrayList<>();
  private static final MetricStore STORE =
      new MetricStore(
          Config.defaults(),
          new Notices() {
            @Override
            public void problem(String text) {
              PROBLEMS.add(text);
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
  private static final int POOLS =
      Probes.add(new ConnectionPools(STORE, Config.defaults(), List.of(PoolOfOurOwn.READER)), true);

  private final List<PoolOfOurOwn> opened = new ArrayList<>();

  @BeforeEach
  void forget() {
    PROBLEMS.clear();
    ERRORS.clear();
  }

  @AfterEach
  void close() {
    opened.forEach(pool -> Pools.closed(POOLS, pool));
    assertThat(ERRORS).isEmpty();
  }

  private PoolOfOurOwn open(String name, int active) {
    PoolOfOurOwn pool = new PoolOfOurOwn(name, active);
    opened.add(pool);
    Pools.opened(POOLS, pool, pool);
    return pool;
  }

  private static List<String> active() {
    return lines("db_connections_active");
  }

  private static List<String> lines(String metric) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      EXPOSITION.write(out, Exposition.Format.TEXT, List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith(metric + "{"))
        .map(line -> line.substring(metric.length()))
        .toList();
  }

  @Test
  void aPoolIsThereFromOpeningToClosing() {
    PoolOfOurOwn pool = open("a", 3);
    assertThat(active()).containsExactly("{pool=\"a\"} 3.0");

    Pools.closed(POOLS, pool);
    assertThat(active()).isEmpty();

    Pools.opened(POOLS, pool, pool);
    assertThat(active()).containsExactly("{pool=\"a\"} 3.0");
  }

  @Test
  void openingTwiceIsOpeningOnce() {
    PoolOfOurOwn pool = open("b", 1);
    Pools.opened(POOLS, pool, pool);

    assertThat(active()).containsExactly("{pool=\"b\"} 1.0");
  }

  @Test
  void twoPoolsOfOneNameHaveTwoNames() {
    PoolOfOurOwn first = open("c", 1);
    open("c", 2);
    assertThat(active()).containsExactly("{pool=\"c\"} 1.0", "{pool=\"c-2\"} 2.0");

    Pools.closed(POOLS, first);
    open("c", 4);
    assertThat(active()).containsExactly("{pool=\"c\"} 4.0", "{pool=\"c-2\"} 2.0");
  }

  @Test
  void poolsWithoutANameAreNumbered() {
    open("", 1);
    open("generated-4711", 2);

    assertThat(active())
        .containsExactly("{pool=\"PoolOfOurOwn-1\"} 1.0", "{pool=\"PoolOfOurOwn-2\"} 2.0");
  }

  @Test
  void aRenamedPoolIsFollowed() {
    PoolOfOurOwn pool = open("d", 1);
    pool.name = "e";

    assertThat(active()).containsExactly("{pool=\"e\"} 1.0");
  }

  @Test
  void aPoolThatNobodyReachesIsForgotten() throws InterruptedException {
    PoolOfOurOwn lost = new PoolOfOurOwn("f", 1);
    Pools.opened(POOLS, lost, lost);
    assertThat(active()).containsExactly("{pool=\"f\"} 1.0");

    lost = open("g", 2);
    for (int i = 0; i < 100 && active().size() > 1; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(active()).containsExactly("{pool=\"g\"} 2.0");
    assertThat(lost.active).isEqualTo(2);
  }

  @Test
  void whatIsAskedMayBeDeepDownInAClassThatIsHidden() {
    open("h", 1);

    assertThat(lines("db_connections_idle")).containsExactly("{pool=\"h\"} 7.0");
  }

  @Test
  void whatAPoolCannotTellNowIsLeftOutAndWhatItNeverTellsIsSaid() {
    open("i", 1);

    assertThat(lines("db_connections_max")).isEmpty();
    assertThat(lines("db_connections_min")).isEmpty();
    assertThat(PROBLEMS).isNotEmpty().allMatch(problem -> problem.contains("getMin()"));
  }

  @Test
  void aTimeoutIsAnExceptionOfTheLibraryOrItsCause() {
    PoolOfOurOwn pool = open("j", 1);
    acquire(pool, null, null);
    acquire(pool, null, new RuntimeException(new IllegalStateException("too late")));
    acquire(pool, null, new IllegalStateException("something else"));
    acquire(pool, null, new RuntimeException("too late"));

    assertThat(lines("db_connection_timeouts_total")).contains("{pool=\"j\"} 1.0");
    assertThat(lines("db_connection_acquire_seconds_count")).contains("{pool=\"j\"} 1");
  }

  @Test
  void whoWaitsIsCountedWhereTheLibraryDoesNot() {
    PoolOfOurOwn pool = open("k", 1);
    Calls calls = Objects.requireNonNull(Pools.enter(POOLS, pool));
    assertThat(lines("db_connections_pending")).containsExactly("{pool=\"k\"} 1.0");
    assertThat(Pools.enter(POOLS, pool)).isNull();

    exit(calls, null, null);
    assertThat(lines("db_connections_pending")).containsExactly("{pool=\"k\"} 0.0");
  }

  @Test
  void aConnectionIsUsedUntilItComesBackForTheFirstTime() {
    PoolOfOurOwn pool = open("l", 1);
    PoolOfOurOwn connection = new PoolOfOurOwn("connection", 0);
    acquire(pool, connection, null);
    PoolProbe.Lease lease = (PoolProbe.Lease) Objects.requireNonNull(connection.sidelight$state());
    assertThat(lease.since()).isNotZero();

    Pools.returned(POOLS, connection);
    Pools.returned(POOLS, connection);
    assertThat(lease.since()).isZero();
    assertThat(lines("db_connection_usage_seconds_count")).contains("{pool=\"l\"} 1");

    acquire(pool, connection, null);
    Pools.returned(POOLS, connection);
    assertThat(connection.sidelight$state()).isSameAs(lease);
    assertThat(lines("db_connection_usage_seconds_count")).contains("{pool=\"l\"} 2");
  }

  @Test
  void whatAPartOfThePoolCreatesCountsForThePool() {
    PoolOfOurOwn pool = open("m", 1);
    PoolOfOurOwn part = new PoolOfOurOwn("part", 0);
    Pools.belongs(POOLS, part, pool);
    Pools.created(POOLS, System.nanoTime(), part);
    Pools.created(POOLS, System.nanoTime(), new Object()); // nobody's, outside of any call

    Calls calls = Objects.requireNonNull(Pools.enter(POOLS, pool));
    Pools.created(POOLS, System.nanoTime(), new Object());
    exit(calls, null, null);

    assertThat(lines("db_connection_creation_seconds_count")).contains("{pool=\"m\"} 2");
  }

  @Test
  void poolsPastTheLimitAreOneWithExactTotals() {
    MetricStore store = new MetricStore(Config.defaults(), new Silent());
    ConnectionPools pools =
        new ConnectionPools(store, Config.defaults(), List.of(PoolOfOurOwn.READER));
    List<PoolOfOurOwn> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      PoolOfOurOwn pool = new PoolOfOurOwn("pool" + i, 2);
      many.add(pool);
      PoolProbe.Lender ignored = pools.open(pool);
    }
    List<String> names = new ArrayList<>();
    double[] sum = new double[1];
    pools
        .values(PoolMetrics.DB, PoolValue.ACTIVE)
        .read(
            new MetricSource.Sink() {
              @Override
              public void add(double value, String... labelValues) {
                names.add(labelValues[0]);
                sum[0] += value;
              }

              @Override
              public void add(long count, double sumSeconds, String... labelValues) {
                throw new AssertionError();
              }
            });

    assertThat(names).hasSize(33).contains("other", "pool0", "pool31").doesNotContain("pool32");
    assertThat(sum[0]).isEqualTo(2 * many.size());
  }

  private static void acquire(
      PoolOfOurOwn pool, @Nullable Object connection, @Nullable Throwable thrown) {
    exit(Objects.requireNonNull(Pools.enter(POOLS, pool)), connection, thrown);
  }

  private static void exit(Calls calls, @Nullable Object connection, @Nullable Throwable thrown) {
    long start = calls.started[POOLS];
    calls.started[POOLS] = 0;
    Pools.exit(POOLS, calls, start, connection, thrown);
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
