// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/**
 * How a victim ended.
 *
 * @param rawStdout what it wrote to its standard output, one character for each byte
 * @param took from the start of its JVM to the end
 */
public record VictimResult(int exitCode, String rawStdout, String stderr, Duration took) {

  /** What it wrote to its standard output, as text. */
  public String stdout() {
    return new String(rawStdout.getBytes(ISO_8859_1), UTF_8);
  }

  /** Its standard error without the agent's own lines. */
  public String stderrWithoutAgent() {
    return AgentOutput.without(stderr);
  }

  /** The agent's own lines of its standard error. */
  public String agentLines() {
    return AgentOutput.only(stderr);
  }
}
