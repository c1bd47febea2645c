// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.HealthResult;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/**
 * How full the pool of long-lived objects was after it was collected: what was in use before a
 * collection says nothing.
 */
final class MemoryCheck extends LocalCheck {

  private static final double FULL = 0.9;

  MemoryCheck() {
    super("jvm_memory");
  }

  @Override
  public HealthResult ask(long timeoutNanos) {
    double fullest = -1;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      if (usage != null && usage.getMax() > 0 && isLongLived(pool.getName())) {
        fullest = Math.max(fullest, (double) usage.getUsed() / usage.getMax());
      }
    }
    if (fullest < 0) {
      return HealthResult.healthy("this collector does not tell what is left after it ran");
    }
    String text = Math.round(fullest * 100) + " % of long-lived pool used after last collection";
    return fullest > FULL ? HealthResult.degraded(text) : HealthResult.healthy(text);
  }

  /** Young objects fill their pools at any time; collectors without generations have one pool. */
  private static boolean isLongLived(String pool) {
    return !pool.contains("Eden") && !pool.contains("Survivor") && !pool.contains("Young");
  }

  @Override
  public long settleNanos(long configured) {
    return configured; // an application that starts has better things to do
  }
}
