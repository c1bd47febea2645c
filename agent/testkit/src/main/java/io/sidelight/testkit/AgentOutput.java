// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.util.stream.Collectors;

/** What of a program's standard error is the agent's. */
final class AgentOutput {

  private static final String PREFIX = "sidelight: ";
  private static final String START_UP = "sidelight: port: answering on http";

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

  /**
   * What is too much: lines of the agent beside the one at its start, and frames of exceptions that
   * passed through it.
   */
  static String complaints(String stderr) {
    String frames =
        stderr
            .lines()
            .filter(line -> line.matches("\\s+at io\\.sidelight\\.(?!it\\.).*"))
            .collect(Collectors.joining("\n"));
    String lines =
        only(stderr)
            .lines()
            .filter(line -> !line.startsWith(START_UP))
            .collect(Collectors.joining("\n"));
    return (lines + "\n" + frames).trim();
  }
}
