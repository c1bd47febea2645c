// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Memory areas, pools and buffers. */
final class MemoryMetrics {

  private MemoryMetrics() {}

  static void register(MetricStore store) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    PerScrape<MemoryUsage> heap = new PerScrape<>(store, memory::getHeapMemoryUsage);
    PerScrape<MemoryUsage> nonHeap = new PerScrape<>(store, memory::getNonHeapMemoryUsage);
    PerScrape<Map<String, MemoryUsage>> used =
        new PerScrape<>(store, () -> usages(pools, MemoryPoolMXBean::getUsage));
    PerScrape<Map<String, MemoryUsage>> collected =
        new PerScrape<>(store, () -> usages(pools, MemoryPoolMXBean::getCollectionUsage));
    for (int i = 0; i < JvmSpecs.MEMORY_FIGURES.size(); i++) {
      ToDoubleFunction<MemoryUsage> figure = figure(JvmSpecs.MEMORY_FIGURES.get(i));
      store.read(
          JvmSpecs.MEMORY.get(i),
          sink -> {
            sink.add(figure.applyAsDouble(heap.get()), "heap");
            sink.add(figure.applyAsDouble(nonHeap.get()), "nonheap");
          });
      store.read(JvmSpecs.POOLS.get(i), sink -> add(used.get(), figure, sink));
      store.read(JvmSpecs.POOLS_COLLECTED.get(i), sink -> add(collected.get(), figure, sink));
    }
    store.gauge(JvmSpecs.PENDING_FINALIZATION, memory::getObjectPendingFinalizationCount);
    store.gauge(JvmSpecs.HEAP_UTILIZATION, () -> utilization(heap.get()));
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

  /** By the pools' names, without pools that have no such usage. */
  private static Map<String, MemoryUsage> usages(
      List<MemoryPoolMXBean> pools, Function<MemoryPoolMXBean, @Nullable MemoryUsage> usage) {
    Map<String, MemoryUsage> usages = new LinkedHashMap<>();
    for (MemoryPoolMXBean pool : pools) {
      MemoryUsage found = usage.apply(pool);
      if (found != null) {
        usages.put(pool.getName(), found);
      }
    }
    return usages;
  }

  private static void add(
      Map<String, MemoryUsage> usages,
      ToDoubleFunction<MemoryUsage> figure,
      MetricSource.Sink sink) {
    for (Map.Entry<String, MemoryUsage> usage : usages.entrySet()) {
      sink.add(figure.applyAsDouble(usage.getValue()), usage.getKey());
    }
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
