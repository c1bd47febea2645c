// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.jvm;

import java.util.List;

/** What a JVM under measurement must not write on standard error. */
public final class Complaints {

  /** What is said of every agent that appends to the bootstrap class path, and Sidelight's port. */
  private static final List<String> EXPECTED =
      List.of(
          "Sharing is only supported for boot loader classes because bootstrap classpath",
          "sidelight: port: answering on ");

  private Complaints() {}

  /**
   * Fails if there is a line that does not belong to a start without problems.
   *
   * @throws IllegalStateException with that line
   */
  public static void check(List<String> errorLines) {
    for (String line : errorLines) {
      if (EXPECTED.stream().noneMatch(line::contains)) {
        throw new IllegalStateException("a JVM under measurement complains: " + errorLines);
      }
    }
  }
}
