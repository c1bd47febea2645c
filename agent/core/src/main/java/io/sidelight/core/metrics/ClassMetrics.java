// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** Classes, compilation and garbage collection. */
final class ClassMetrics {

  private static final double MILLIS_PER_SECOND = 1e3;

  private ClassMetrics() {}

  static void register(MetricStore store) {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    store.gauge(JvmSpecs.CLASSES, classes::getLoadedClassCount);
    store.read(
        JvmSpecs.CLASSES_LOADED, sink -> sink.add((double) classes.getTotalLoadedClassCount()));
    store.read(
        JvmSpecs.CLASSES_UNLOADED, sink -> sink.add((double) classes.getUnloadedClassCount()));

    CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
    if (compilation != null && compilation.isCompilationTimeMonitoringSupported()) {
      store.read(
          JvmSpecs.COMPILATION,
          sink -> sink.add(compilation.getTotalCompilationTime() / MILLIS_PER_SECOND));
    }
    store.read(
        JvmSpecs.GC,
        sink -> {
          for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (gc.getCollectionCount() >= 0) {
              sink.add(
                  gc.getCollectionCount(),
                  gc.getCollectionTime() / MILLIS_PER_SECOND,
                  gc.getName());
            }
          }
        });
  }
}
