// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that ran to its end, and what that took, to the millisecond.
 *
 * @param wallSeconds from the start of the process to its end
 * @param cpuSeconds processor time of all its threads, user and system
 * @param lines what it wrote on standard output
 */
public record Launch(double wallSeconds, double cpuSeconds, List<String> lines) {

  private static final long PATIENCE_SECONDS = 120;

  /** The shell reads the clock and the usage of its child; its own start is not in it. */
  private static final String TIMED = "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>&3; } 3>&2 2>&1";

  /**
   * Runs one.
   *
   * @param java the command
   * @param arguments options, main class, its arguments
   * @throws IllegalStateException if it fails, does not end, or an agent complains
   */
  public static Launch of(Path java, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", TIMED, "bash", java.toString()));
    command.addAll(arguments);
    try {
      Path out = Files.createTempFile("launch", ".out");
      Path err = Files.createTempFile("launch", ".err");
      try {
        run(command, out, err);
        List<String> lines = new ArrayList<>(Files.readAllLines(out));
        String[] times = lines.remove(lines.size() - 1).split(" ", -1);
        return new Launch(
            Double.parseDouble(times[0]),
            Double.parseDouble(times[1]) + Double.parseDouble(times[2]),
            lines);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command, Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Settings.forget(builder);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new IllegalStateException("has not ended: " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    List<String> errors = Files.readAllLines(err);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " failed: " + errors);
    }
    Complaints.check(errors);
  }
}
