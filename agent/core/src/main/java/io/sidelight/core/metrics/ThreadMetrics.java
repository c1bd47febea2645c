// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.MetricSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threads. */
final class ThreadMetrics {

  private ThreadMetrics() {}

  static void register(MetricStore store) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    store.gauge(JvmSpecs.THREADS, threads::getThreadCount);
    store.gauge(JvmSpecs.THREADS_DAEMON, threads::getDaemonThreadCount);
    store.gauge(JvmSpecs.THREADS_PEAK, threads::getPeakThreadCount);
    store.read(
        JvmSpecs.THREADS_STARTED, sink -> sink.add((double) threads.getTotalStartedThreadCount()));
    deadlocks(store, threads);
    store.read(JvmSpecs.THREADS_STATE, sink -> states(threads, sink));
  }

  /**
   * To look for deadlocks, the JVM stops all threads. One look serves both metrics of a scrape, as
   * nearly always there is none.
   */
  private static void deadlocks(MetricStore store, ThreadMXBean threads) {
    boolean seesLocks = threads.isSynchronizerUsageSupported();
    PerScrape<Integer> all =
        new PerScrape<>(
            store, () -> seesLocks ? length(threads.findDeadlockedThreads()) : Integer.valueOf(-1));
    store.gauge(JvmSpecs.THREADS_DEADLOCKED, () -> all.get() < 0 ? Double.NaN : all.get());
    store.gauge(
        JvmSpecs.THREADS_DEADLOCKED_MONITOR,
        () -> all.get() == 0 ? 0 : length(threads.findMonitorDeadlockedThreads()));
  }

  private static int length(long @Nullable [] ids) {
    return ids == null ? 0 : ids.length;
  }

  private static void states(ThreadMXBean threads, MetricSource.Sink sink) {
    Map<Thread.State, Integer> counts = new EnumMap<>(Thread.State.class);
    for (Thread.State state : Thread.State.values()) {
      counts.put(state, 0);
    }
    // Without stacks, which is what makes this cheap.
    for (@Nullable ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds(), 0)) {
      if (info != null) {
        counts.merge(info.getThreadState(), 1, Integer::sum);
      }
    }
    for (Map.Entry<Thread.State, Integer> entry : counts.entrySet()) {
      sink.add((double) entry.getValue(), entry.getKey().name());
    }
  }
}
