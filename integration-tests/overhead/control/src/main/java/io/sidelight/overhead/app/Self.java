// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.app;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Arrays;

/** What a JVM knows of itself. */
final class Self {

  private Self() {}

  /** What all live threads have allocated until now, those of an agent too. */
  static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes >= 0) // -1: has ended since it was listed
        .sum();
  }

  /** How long compilers were at work until now, summed over all of them. */
  static long compileMillis() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  /**
   * Collects garbage, twice so that what a reference kept goes too, and says, separated by spaces:
   * bytes of the heap that live, of the metaspace, of compiled code; classes loaded.
   */
  static String stats() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + " "
        + used("Metaspace")
        + " "
        + (used("CodeHeap") + used("CodeCache"))
        + " "
        + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  private static long used(String pools) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().startsWith(pools))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
