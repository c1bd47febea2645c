// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sidelight.core.config.Config;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import io.sidelight.spi.HealthResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PoolHealthTest {

  private static final PoolReader READER =
      new PoolReader("Numbers", Numbers.class.getName())
          .with(PoolValue.ACTIVE, "getActive")
          .with(PoolValue.IDLE, "getIdle")
          .with(PoolValue.MAX, "getMax")
          .with(PoolValue.PENDING, "getPending");

  private final Numbers numbers = new Numbers();
  private final ConnectionPools pools =
      new ConnectionPools(
          new MetricStore(Config.defaults(), new Silent()), Config.defaults(), List.of(READER));
  private final ConnectionPool pool = new ConnectionPool(pools, READER, false);
  private int asked;
  private final Question question =
      (of, source, timeout) -> {
        asked++;
        assertThat(Thread.currentThread().getContextClassLoader())
            .isSameAs(Numbers.class.getClassLoader());
        return HealthResult.healthy();
      };

  @Test
  void nobodyAsksBeforeTheApplicationHasUsedIt() {
    assertThat(health(true, 0).look().status()).isEqualTo(HealthResult.Status.BUSY);
    assertThat(health(true, 0).look().message()).isEqualTo("not used yet");

    pool.acquired(1, new IllegalStateException("not even with success"));

    assertThat(health(true, 0).look().status()).isEqualTo(HealthResult.Status.HEALTHY);
  }

  @Test
  void whatWorkedIsKnown() {
    PoolHealth health = health(true, 0);
    assertThat(health.provedNanos()).isZero();
    long before = System.nanoTime();

    pool.worked();

    assertThat(health.provedNanos() - before).isNotNegative();
    assertThat(health.look().status()).isEqualTo(HealthResult.Status.HEALTHY);
  }

  @Test
  void theLastConnectionIsLeftToTheApplication() {
    pool.worked();
    numbers.active = 9;

    HealthResult result = health(true, 0).look();

    assertThat(result.status()).isEqualTo(HealthResult.Status.BUSY);
    assertThat(result.message()).isEqualTo("9 of 10 in use");
    assertThat(result.details())
        .containsExactly(
            entry("active", 9L), entry("idle", 2L), entry("max", 10L), entry("pending", 0L));
  }

  @Test
  void theOnlyConnectionMayBeAskedWhileNobodyHasIt() {
    pool.worked();
    numbers.max = 1;
    assertThat(health(true, 0).look().status()).isEqualTo(HealthResult.Status.HEALTHY);

    numbers.active = 1;
    assertThat(health(true, 0).look().status()).isEqualTo(HealthResult.Status.BUSY);
  }

  @Test
  void exhaustionMustLast() throws InterruptedException {
    pool.worked();
    numbers.active = 10;
    numbers.pending = 4;
    PoolHealth patient = health(true, TimeUnit.HOURS.toNanos(1));
    PoolHealth hasty = health(true, 1);

    assertThat(patient.look().status()).isEqualTo(HealthResult.Status.BUSY);
    assertThat(hasty.look().status()).isEqualTo(HealthResult.Status.BUSY);
    Thread.sleep(1);

    assertThat(patient.look().status()).isEqualTo(HealthResult.Status.BUSY);
    assertThat(hasty.look().status()).isEqualTo(HealthResult.Status.DEGRADED);
    assertThat(hasty.look().message()).isEqualTo("exhausted: all 10 in use, 4 waiting");

    numbers.active = 3;
    numbers.pending = 0;
    assertThat(hasty.look().status()).isEqualTo(HealthResult.Status.HEALTHY);
  }

  @Test
  void whatItDoesNotTellIsLeftOut() {
    pool.worked();
    numbers.broken = true;

    HealthResult result = health(true, 0).look();

    assertThat(result.status()).isEqualTo(HealthResult.Status.HEALTHY);
    assertThat(result.details()).containsOnlyKeys("active", "idle", "pending");
  }

  @Test
  void askingCanBeSwitchedOff() throws Exception {
    pool.worked();
    assertThat(health(false, 0).look().status()).isEqualTo(HealthResult.Status.BUSY);
    assertThat(asked).isZero();
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    assertThat(health(true, 0).ask(1).status()).isEqualTo(HealthResult.Status.HEALTHY);
    assertThat(asked).isEqualTo(1);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  private PoolHealth health(boolean active, long intervalNanos) {
    return new PoolHealth(pool, numbers, question, active, intervalNanos);
  }

  private static final class Silent implements Notices {
    @Override
    public void problem(String text) {
      throw new AssertionError(text);
    }

    @Override
    public void error(String source, Throwable error) {
      throw new AssertionError(error);
    }

    @Override
    public void serving() {}
  }

  /** What a pool tells. */
  public static final class Numbers {
    int active;
    int pending;
    int max = 10;
    boolean broken;

    /** In use. */
    public int getActive() {
      return active;
    }

    /** Not in use. */
    public int getIdle() {
      return 2;
    }

    /** At most. */
    public int getMax() {
      if (broken) {
        throw new IllegalStateException("no connection");
      }
      return max;
    }

    /** Waiting. */
    public int getPending() {
      return pending;
    }
  }
}
