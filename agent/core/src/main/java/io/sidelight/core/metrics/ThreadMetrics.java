// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

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
    store.gauge(
        JvmSpecs.THREADS_DEADLOCKED,
        () ->
            threads.isSynchronizerUsageSupported()
                ? length(threads.findDeadlockedThreads())
                : Double.NaN);
    store.gauge(
        JvmSpecs.THREADS_DEADLOCKED_MONITOR, () -> length(threads.findMonitorDeadlockedThreads()));
    store.read(JvmSpecs.THREADS_STATE, sink -> states(threads, sink));
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
