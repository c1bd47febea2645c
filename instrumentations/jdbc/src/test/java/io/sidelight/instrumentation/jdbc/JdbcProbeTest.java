// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcProbeTest {

  private final RecordingMeters meters = new RecordingMeters();
  private final JdbcProbe probe = new JdbcProbe(meters, meters);

  @Test
  void aStatementIsCountedByTypeTableAndStatusAndTimedByTypeAndTable() {
    end("SELECT * FROM orders", null);
    end("select id from shop.Orders where id = 1", null);
    end("SELECT 1 FROM orders", new SQLException("canary"));

    assertThat(meters.recorded())
        .containsExactly(
            "db_queries_total[SELECT, orders, error] 1",
            "db_queries_total[SELECT, orders, success] 2",
            "db_query_duration_seconds[SELECT, orders] 3",
            "db_query_errors_total[SELECT, other] 1",
            "errors_total[SQLException, db] 1");
  }

  @Test
  void aFailureIsCountedByTypeAndErrorClass() {
    end("INSERT INTO orders VALUES (1)", new SQLException("canary", "23505"));
    end("INSERT INTO items VALUES (1)", new SQLException("canary", "23503"));
    end("SELECT 1 FROM orders", new SQLException("canary", "40P01"));

    assertThat(meters.recorded())
        .filteredOn(line -> line.startsWith("db_query_errors_total"))
        .containsExactly(
            "db_query_errors_total[INSERT, constraint] 2",
            "db_query_errors_total[SELECT, deadlock] 1");
  }

  @Test
  void anExceptionThatThrowsCostsItsErrorClassAndNothingElse() {
    SQLException hostile =
        new SQLException() {
          @Override
          public String getSQLState() {
            throw new IllegalStateException("canary");
          }
        };
    assertThatThrownBy(() -> end("SELECT * FROM orders", hostile))
        .isInstanceOf(IllegalStateException.class);

    assertThat(meters.recorded())
        .containsExactly(
            "db_queries_total[SELECT, orders, error] 1",
            "db_query_duration_seconds[SELECT, orders] 1",
            "errors_total[SQLException, db] 1");
  }

  @Test
  void statementsAsLongAsTheThresholdAreSlow() {
    meters.slowNanos = TimeUnit.MINUTES.toNanos(1);
    JdbcProbe slow = new JdbcProbe(meters, meters);
    long now = System.nanoTime();
    slow.end(now, "SELECT * FROM orders", null, null);
    slow.end(now - TimeUnit.MINUTES.toNanos(1), "SELECT * FROM orders", null, null);
    slow.end(now - TimeUnit.MINUTES.toNanos(2), "DELETE FROM items", null, null);

    assertThat(meters.recorded())
        .filteredOn(line -> line.startsWith("db_slow_queries_total"))
        .containsExactly(
            "db_slow_queries_total[DELETE, items] 1", "db_slow_queries_total[SELECT, orders] 1");
  }

  @Test
  void thePreparedStateCountsLikeItsText() {
    Object state = probe.prepare("UPDATE orders SET a = ?");
    end(state, null);
    end("UPDATE orders SET b = ?", null);

    assertThat(meters.recorded())
        .containsExactly(
            "db_queries_total[UPDATE, orders, success] 2",
            "db_query_duration_seconds[UPDATE, orders] 2");
  }

  @Test
  void withoutTextTheStatementIsCountedAsOther() {
    assertThat(probe.prepare(null)).isNull();
    end(null, null);

    assertThat(meters.recorded())
        .containsExactly(
            "db_queries_total[OTHER, unknown, success] 1",
            "db_query_duration_seconds[OTHER, unknown] 1");
  }

  @Test
  void eachTypeAndTableIsResolvedOnce() {
    for (int i = 0; i < 10_000; i++) {
      end("SELECT " + i + " FROM orders", null);
    }

    assertThat(meters.resolved).hasValue(4);
  }

  @Test
  void tooManyTablesAreStillCountedExactly() {
    for (int i = 0; i < 2 * QueryCache.MAX_TABLES; i++) {
      end("SELECT 1 FROM t" + i, null);
      end("SELECT 1 FROM t" + i, null);
    }

    assertThat(meters.recorded())
        .hasSize(4 * QueryCache.MAX_TABLES)
        .allMatch(line -> line.endsWith(" 2"));
  }

  @Test
  void aKnownStatementAllocatesNothing() {
    String text = "SELECT * FROM orders";
    Object state = probe.prepare(text);
    for (int i = 0; i < 20_000; i++) {
      probe.end(1, text, null, null);
      probe.end(1, state, null, null);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      probe.end(1, text, null, null);
      probe.end(1, state, null, null);
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  @Test
  void uniqueStatementsAllocateLittleAndAreNotKept() {
    StringBuilder values = new StringBuilder("1");
    for (int i = 0; i < 20_000; i++) {
      end("SELECT * FROM orders WHERE id = " + i, null);
    }
    while (values.length() < 100_000) {
      values.append(", 'canary'");
    }
    String huge = "SELECT * FROM orders WHERE id IN (" + values + ")";
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    end(huge, null);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      end(huge, null);
    }

    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 1000).isLessThan(1024);
  }

  @Test
  void manyThreadsLoseNoCount() throws InterruptedException {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    for (int n = 0; n < threads; n++) {
      pool.execute(
          () -> {
            awaitQuietly(start);
            for (int i = 0; i < 5_000; i++) {
              end("SELECT " + i + " FROM t" + i % 10, null);
            }
          });
    }
    start.countDown();
    pool.shutdown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    List<String> counters =
        meters.recorded().stream().filter(line -> line.startsWith("db_queries")).toList();
    assertThat(counters).hasSize(10).allMatch(line -> line.endsWith(" 4000"));
  }

  @Test
  void anErrorOfOurOwnIsHandedToTheMeters() {
    Error error = new AssertionError("broken");
    probe.failed(error);

    assertThat(meters.errors).containsExactly(error);
  }

  private void end(@Nullable Object operation, @Nullable Throwable thrown) {
    probe.end(System.nanoTime(), operation, null, thrown);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
