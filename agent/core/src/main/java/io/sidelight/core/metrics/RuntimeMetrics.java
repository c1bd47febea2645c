// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.LabelText;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What is known of the JVM and its process without management beans. */
final class RuntimeMetrics {

  private static final String STATUS = "/proc/self/status";

  private RuntimeMetrics() {}

  static void register(MetricStore store) {
    store.read(
        JvmSpecs.RUNTIME,
        sink ->
            sink.add(
                1,
                property("java.runtime.version"),
                property("java.vm.vendor"),
                property("java.runtime.name")));
    store.gauge(JvmSpecs.SYSTEM_CPUS, () -> Runtime.getRuntime().availableProcessors());
    store.gauge(JvmSpecs.VIRTUAL_MEMORY, () -> status("VmSize:"));
    store.gauge(JvmSpecs.RESIDENT_MEMORY, () -> status("VmRSS:"));
  }

  private static String property(String name) {
    return LabelText.clean(System.getProperty(name));
  }

  /** A figure of this process in bytes; NaN where the kernel does not tell. */
  private static double status(String key) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(STATUS), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(key)) {
          String kilobytes = line.substring(key.length()).trim().replace(" kB", "");
          return Long.parseLong(kilobytes) * 1024.0;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return Double.NaN;
    }
    return Double.NaN;
  }
}
