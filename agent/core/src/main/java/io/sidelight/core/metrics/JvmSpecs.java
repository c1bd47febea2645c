// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of the JVM and its process. Names and labels are those of the Prometheus client
 * library, so that its dashboards and alerts fit; the last group is ours.
 */
final class JvmSpecs {

  private static final Label AREA = Label.closed("area", "heap or nonheap");
  private static final Label POOL = Label.closed("pool", "the pool's name");

  static final List<String> MEMORY_FIGURES =
      unmodifiableList(asList("used", "committed", "max", "init"));

  static final List<MetricSpec> MEMORY =
      each("jvm_memory_", "_bytes", " bytes of a JVM memory area.", AREA);
  static final List<MetricSpec> POOLS =
      each("jvm_memory_pool_", "_bytes", " bytes of a JVM memory pool.", POOL);
  static final List<MetricSpec> POOLS_COLLECTED =
      each(
          "jvm_memory_pool_collection_",
          "_bytes",
          " bytes of a JVM memory pool after its last collection.",
          POOL);
  static final MetricSpec PENDING_FINALIZATION =
      MetricSpec.gauge(
          "jvm_memory_objects_pending_finalization", "Objects waiting in the finalizer queue.");
  static final MetricSpec POOL_ALLOCATED =
      MetricSpec.counter(
              "jvm_memory_pool_allocated_bytes_total",
              "Bytes allocated in a JVM memory pool. Changes at garbage collections only.")
          .label(POOL);
  static final MetricSpec HEAP_UTILIZATION =
      MetricSpec.gauge("jvm_memory_heap_utilization_ratio", "Heap used divided by heap max.");

  static final MetricSpec GC =
      MetricSpec.histogram("jvm_gc_collection_seconds", "Time spent in a garbage collector.")
          .label(Label.closed("gc", "the collector's name"));

  static final MetricSpec THREADS =
      MetricSpec.gauge("jvm_threads_current", "Live threads of the JVM.");
  static final MetricSpec THREADS_DAEMON =
      MetricSpec.gauge("jvm_threads_daemon", "Live daemon threads of the JVM.");
  static final MetricSpec THREADS_PEAK =
      MetricSpec.gauge("jvm_threads_peak", "The most threads that lived at one time.");
  static final MetricSpec THREADS_STARTED =
      MetricSpec.counter("jvm_threads_started_total", "Threads that were started.");
  static final MetricSpec THREADS_DEADLOCKED =
      MetricSpec.gauge(
          "jvm_threads_deadlocked", "Threads in deadlock over monitors or synchronizers.");
  static final MetricSpec THREADS_DEADLOCKED_MONITOR =
      MetricSpec.gauge("jvm_threads_deadlocked_monitor", "Threads in deadlock over monitors.");
  static final MetricSpec THREADS_STATE =
      MetricSpec.gauge("jvm_threads_state", "Threads by state.")
          .label(Label.closed("state", "NEW, RUNNABLE, BLOCKED, WAITING, …"));

  static final MetricSpec CLASSES =
      MetricSpec.gauge("jvm_classes_currently_loaded", "Classes that are loaded now.");
  static final MetricSpec CLASSES_LOADED =
      MetricSpec.counter("jvm_classes_loaded_total", "Classes loaded since the JVM started.");
  static final MetricSpec CLASSES_UNLOADED =
      MetricSpec.counter("jvm_classes_unloaded_total", "Classes unloaded since the JVM started.");

  static final MetricSpec BUFFERS_USED =
      MetricSpec.gauge("jvm_buffer_pool_used_bytes", "Used bytes of a buffer pool.").label(POOL);
  static final MetricSpec BUFFERS_CAPACITY =
      MetricSpec.gauge("jvm_buffer_pool_capacity_bytes", "Capacity of a buffer pool in bytes.")
          .label(POOL);
  static final MetricSpec BUFFERS =
      MetricSpec.gauge("jvm_buffer_pool_used_buffers", "Buffers of a buffer pool.").label(POOL);

  static final MetricSpec COMPILATION =
      MetricSpec.counter("jvm_compilation_time_seconds_total", "Time spent compiling byte code.");
  static final MetricSpec RUNTIME =
      MetricSpec.gauge("jvm_runtime_info", "The Java runtime.")
          .label(Label.closed("version", "java.runtime.version"))
          .label(Label.closed("vendor", "java.vm.vendor"))
          .label(Label.closed("runtime", "java.runtime.name"));

  static final MetricSpec CPU_SECONDS =
      MetricSpec.counter("process_cpu_seconds_total", "CPU time used, user and system.");
  static final MetricSpec START_TIME =
      MetricSpec.gauge("process_start_time_seconds", "Unix time at which the process started.");
  static final MetricSpec OPEN_FDS = MetricSpec.gauge("process_open_fds", "Open file descriptors.");
  static final MetricSpec MAX_FDS =
      MetricSpec.gauge("process_max_fds", "How many file descriptors may be open.");
  static final MetricSpec VIRTUAL_MEMORY =
      MetricSpec.gauge("process_virtual_memory_bytes", "Virtual memory size.");
  static final MetricSpec RESIDENT_MEMORY =
      MetricSpec.gauge("process_resident_memory_bytes", "Resident memory size.");

  static final MetricSpec CPU_USAGE =
      MetricSpec.gauge("process_cpu_usage", "Recent CPU usage of the process, 0 to 1.");
  static final MetricSpec UPTIME =
      MetricSpec.gauge("process_uptime_seconds", "Time since the JVM started.");
  static final MetricSpec SYSTEM_CPU_USAGE =
      MetricSpec.gauge("system_cpu_usage", "Recent CPU usage of the system, 0 to 1.");
  static final MetricSpec SYSTEM_CPUS =
      MetricSpec.gauge("system_cpus", "Processors available to the JVM.");
  static final MetricSpec LOAD_AVERAGE =
      MetricSpec.gauge("system_load_average_1m", "Load average of the last minute.");

  private JvmSpecs() {}

  static List<MetricSpec> all() {
    List<MetricSpec> all = new ArrayList<>();
    all.addAll(MEMORY);
    all.addAll(POOLS);
    all.addAll(POOLS_COLLECTED);
    all.addAll(asList(PENDING_FINALIZATION, POOL_ALLOCATED, HEAP_UTILIZATION, GC));
    all.addAll(asList(THREADS, THREADS_DAEMON, THREADS_PEAK, THREADS_STARTED));
    all.addAll(asList(THREADS_DEADLOCKED, THREADS_DEADLOCKED_MONITOR, THREADS_STATE));
    all.addAll(asList(CLASSES, CLASSES_LOADED, CLASSES_UNLOADED));
    all.addAll(asList(BUFFERS_USED, BUFFERS_CAPACITY, BUFFERS, COMPILATION, RUNTIME));
    all.addAll(asList(CPU_SECONDS, START_TIME, OPEN_FDS, MAX_FDS));
    all.addAll(asList(VIRTUAL_MEMORY, RESIDENT_MEMORY));
    all.addAll(asList(CPU_USAGE, UPTIME, SYSTEM_CPU_USAGE, SYSTEM_CPUS, LOAD_AVERAGE));
    return unmodifiableList(all);
  }

  private static List<MetricSpec> each(String prefix, String suffix, String help, Label label) {
    List<MetricSpec> specs = new ArrayList<>();
    for (String figure : MEMORY_FIGURES) {
      String capital = Character.toUpperCase(figure.charAt(0)) + figure.substring(1);
      specs.add(MetricSpec.gauge(prefix + figure + suffix, capital + help).label(label));
    }
    return unmodifiableList(specs);
  }
}
