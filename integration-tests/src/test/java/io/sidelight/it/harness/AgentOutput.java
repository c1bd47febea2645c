// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.harness;

import java.util.Locale;
import java.util.stream.Collectors;

/** What of a program's standard error is the agent's. */
final class AgentOutput {

  private static final String PREFIX = "sidelight: ";

  private AgentOutput() {}

  static String without(String stderr) {
    return stderr
        .lines()
        .filter(line -> !line.startsWith(PREFIX))
        .collect(Collectors.joining("\n"));
  }

  static String only(String stderr) {
    return stderr.lines().filter(line -> line.startsWith(PREFIX)).collect(Collectors.joining("\n"));
  }

  /** The lines that tell of a problem of the agent, or of an exception that passed through it. */
  static String complaints(String stderr) {
    return stderr
        .lines()
        .filter(line -> isProblem(line) || line.matches("\\s+at io\\.sidelight\\.(?!it\\.).*"))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isProblem(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return line.startsWith(PREFIX)
        && (lower.startsWith(PREFIX + "error") || lower.startsWith(PREFIX + "warn"));
  }
}
