// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.HealthResult;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Threads that wait for each other for ever. Looked for once a minute: all threads stop for that.
 */
public class DeadlockCheck extends LocalCheck {

  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** How long a deadlock must last to be one that nobody will end. */
  private static final long LASTING_NANOS = PERIOD_NANOS * 9 / 10;

  private final LongSupplier clock;
  private volatile long since;
  private volatile boolean lasting;

  /** Asks nothing yet. */
  public DeadlockCheck() {
    this(
        new LongSupplier() {
          @Override
          public long getAsLong() {
            return System.nanoTime();
          }
        });
  }

  DeadlockCheck(LongSupplier clock) {
    super("jvm_threads");
    this.clock = clock;
  }

  /** Whether there was one at two looks, a minute apart. */
  public boolean isLasting() {
    return lasting;
  }

  @Override
  public HealthResult ask(long timeoutNanos) {
    String dead = deadlocked();
    if (dead.isEmpty()) {
      since = 0;
      lasting = false;
      return HealthResult.healthy("no deadlock");
    }
    long now = clock.getAsLong() | 1;
    if (since == 0) {
      since = now;
    }
    lasting = now - since >= LASTING_NANOS;
    return HealthResult.unhealthy("deadlock of " + dead);
  }

  /** The names of such threads; empty if there are none. */
  String deadlocked() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] dead =
        threads.isSynchronizerUsageSupported()
            ? threads.findDeadlockedThreads()
            : threads.findMonitorDeadlockedThreads();
    return dead == null ? "" : names(threads.getThreadInfo(dead));
  }

  private static String names(ThreadInfo[] infos) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < infos.length && i < 3; i++) {
      // Null: it has ended after all.
      names.append(i == 0 ? "" : ", ").append(infos[i] == null ? "?" : infos[i].getThreadName());
    }
    return infos.length > 3 ? names + " and " + (infos.length - 3) + " more" : names.toString();
  }

  @Override
  public long pauseNanos(long configured, boolean failing) {
    return Math.max(PERIOD_NANOS, configured);
  }

  @Override
  public long settleNanos(long configured) {
    return configured; // an application that starts has better things to do
  }
}
