// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.MetricSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The process and the machine. */
final class ProcessMetrics {

  /** The interfaces that extend {@link OperatingSystemMXBean}; absent without jdk.management. */
  private static final String[] EXTENSIONS = {
    "com.sun.management.UnixOperatingSystemMXBean",
    "com.sun.management.OperatingSystemMXBean",
    "com.ibm.lang.management.UnixOperatingSystemMXBean",
    "com.ibm.lang.management.OperatingSystemMXBean"
  };

  private ProcessMetrics() {}

  static void register(MetricStore store) {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    store.gauge(JvmSpecs.START_TIME, () -> runtime.getStartTime() / 1e3);
    store.gauge(JvmSpecs.UPTIME, () -> runtime.getUptime() / 1e3);
    store.gauge(JvmSpecs.LOAD_AVERAGE, () -> orNaN(system.getSystemLoadAverage()));
    Method cpuTime = getter(system, "getProcessCpuTime");
    if (cpuTime != null) {
      store.read(JvmSpecs.CPU_SECONDS, sink -> sink.add(call(cpuTime, system) / 1e9));
    }
    gauge(store, JvmSpecs.CPU_USAGE, system, "getProcessCpuLoad");
    gauge(store, JvmSpecs.SYSTEM_CPU_USAGE, system, "getSystemCpuLoad");
    gauge(store, JvmSpecs.OPEN_FDS, system, "getOpenFileDescriptorCount");
    gauge(store, JvmSpecs.MAX_FDS, system, "getMaxFileDescriptorCount");
  }

  private static void gauge(
      MetricStore store, MetricSpec spec, OperatingSystemMXBean bean, String name) {
    Method getter = getter(bean, name);
    if (getter != null) {
      store.gauge(spec, () -> call(getter, bean));
    }
  }

  /** Looked up in the interfaces: the bean's own class is not accessible. */
  private static @Nullable Method getter(OperatingSystemMXBean bean, String name) {
    for (String extension : EXTENSIONS) {
      try {
        Class<?> type = Class.forName(extension, false, bean.getClass().getClassLoader());
        if (type.isInstance(bean)) {
          return type.getMethod(name);
        }
      } catch (ReflectiveOperationException | LinkageError ignored) {
        // This runtime has another one, or none.
      }
    }
    return null;
  }

  private static double call(Method getter, Object bean) {
    try {
      Object value = getter.invoke(bean);
      return value instanceof Number ? orNaN(((Number) value).doubleValue()) : Double.NaN;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return Double.NaN;
    }
  }

  /** The beans say "unknown" with a negative number. */
  private static double orNaN(double value) {
    return value < 0 ? Double.NaN : value;
  }
}
