// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import io.sidelight.spi.Meters;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.HashMap;
import java.util.Map;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Counts allocated bytes by comparing the pools before and after each collection. */
final class AllocationMetrics implements NotificationListener {

  private final Meters.Family<Meters.Counter> allocated;

  /** What each pool held after the last collection. */
  private final Map<String, Long> usedAfter = new HashMap<>();

  private AllocationMetrics(Meters.Family<Meters.Counter> allocated) {
    this.allocated = allocated;
  }

  static void register(MetricStore store) {
    AllocationMetrics listener = new AllocationMetrics(store.counter(JvmSpecs.POOL_ALLOCATED));
    for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (gc instanceof NotificationEmitter
          && gc instanceof com.sun.management.GarbageCollectorMXBean) {
        ((NotificationEmitter) gc).addNotificationListener(listener, null, null);
      }
    }
  }

  // Called by the JVM's notification thread only, so the lock is never waited for.
  @Override
  public synchronized void handleNotification(Notification notification, Object handback) {
    if (!GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
        notification.getType())) {
      return;
    }
    GcInfo gc =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
            .getGcInfo();
    Map<String, MemoryUsage> after = gc.getMemoryUsageAfterGc();
    for (Map.Entry<String, MemoryUsage> before : gc.getMemoryUsageBeforeGc().entrySet()) {
      MemoryUsage left = after.get(before.getKey());
      if (left != null) {
        count(before.getKey(), before.getValue().getUsed(), left.getUsed());
      }
    }
  }

  private void count(String pool, long before, long after) {
    Long last = usedAfter.put(pool, after);
    // Between collections most pools grow, and those that take survivors grow in one.
    long between = Math.max(0, before - (last == null ? 0 : last));
    long during = Math.max(0, after - before);
    allocated.series(pool).add(between + during);
  }
}
