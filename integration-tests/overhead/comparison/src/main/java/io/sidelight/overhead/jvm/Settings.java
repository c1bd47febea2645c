// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.jvm;

/** What the environment would tell an agent or a JVM that we start. */
final class Settings {

  private Settings() {}

  /** Makes the process start without any of it. */
  static void forget(ProcessBuilder builder) {
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("SIDELIGHT_")
                    || name.startsWith("OTEL_")
                    || name.equals("JAVA_TOOL_OPTIONS")
                    || name.equals("JDK_JAVA_OPTIONS"));
  }
}
