// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.MetricSpec;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Memory areas, pools and buffers. */
final class MemoryMetrics {

  private MemoryMetrics() {}

  static void register(MetricStore store) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    for (int i = 0; i < JvmSpecs.MEMORY_FIGURES.size(); i++) {
      ToDoubleFunction<MemoryUsage> figure = figure(JvmSpecs.MEMORY_FIGURES.get(i));
      store.read(
          JvmSpecs.MEMORY.get(i),
          sink -> {
            sink.add(figure.applyAsDouble(memory.getHeapMemoryUsage()), "heap");
            sink.add(figure.applyAsDouble(memory.getNonHeapMemoryUsage()), "nonheap");
          });
      pools(store, JvmSpecs.POOLS.get(i), pools, MemoryPoolMXBean::getUsage, figure);
      pools(
          store,
          JvmSpecs.POOLS_COLLECTED.get(i),
          pools,
          MemoryPoolMXBean::getCollectionUsage,
          figure);
    }
    store.gauge(JvmSpecs.PENDING_FINALIZATION, memory::getObjectPendingFinalizationCount);
    store.gauge(JvmSpecs.HEAP_UTILIZATION, () -> utilization(memory.getHeapMemoryUsage()));
    buffers(store, JvmSpecs.BUFFERS_USED, BufferPoolMXBean::getMemoryUsed);
    buffers(store, JvmSpecs.BUFFERS_CAPACITY, BufferPoolMXBean::getTotalCapacity);
    buffers(store, JvmSpecs.BUFFERS, BufferPoolMXBean::getCount);
  }

  private static ToDoubleFunction<MemoryUsage> figure(String name) {
    switch (name) {
      case "used":
        return MemoryUsage::getUsed;
      case "committed":
        return MemoryUsage::getCommitted;
      case "max":
        return MemoryUsage::getMax;
      default:
        return MemoryUsage::getInit;
    }
  }

  private static double utilization(MemoryUsage heap) {
    return heap.getMax() > 0 ? (double) heap.getUsed() / heap.getMax() : Double.NaN;
  }

  private static void pools(
      MetricStore store,
      MetricSpec spec,
      List<MemoryPoolMXBean> pools,
      Function<MemoryPoolMXBean, @Nullable MemoryUsage> usage,
      ToDoubleFunction<MemoryUsage> figure) {
    store.read(
        spec,
        sink -> {
          for (MemoryPoolMXBean pool : pools) {
            MemoryUsage found = usage.apply(pool);
            if (found != null) {
              sink.add(figure.applyAsDouble(found), pool.getName());
            }
          }
        });
  }

  private static void buffers(
      MetricStore store, MetricSpec spec, ToDoubleFunction<BufferPoolMXBean> figure) {
    List<BufferPoolMXBean> buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);
    store.read(
        spec,
        sink -> {
          for (BufferPoolMXBean pool : buffers) {
            sink.add(figure.applyAsDouble(pool), pool.getName());
          }
        });
  }
}
