// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command that is no victim, such as a tool of the JDK or {@code promtool}. */
public final class Command {

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Path folder = Path.of("");

  private Command(String command) {
    words.add(command);
  }

  /** A command by its path, or by its name if it is on the search path. */
  public static Command of(Object command, String... arguments) {
    return new Command(command.toString()).args(arguments);
  }

  /** More arguments. */
  public Command args(String... arguments) {
    words.addAll(Arrays.asList(arguments));
    return this;
  }

  /** An environment variable. */
  public Command env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The folder it runs in. */
  public Command in(Path folder) {
    this.folder = folder;
    return this;
  }

  /** Runs it to its end, for at most a minute. */
  public VictimResult run() {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toAbsolutePath().toFile());
    Victim.removeInherited(builder.environment());
    builder.environment().putAll(environment);
    try {
      Path unused = Files.createTempDirectory("sidelight-it").resolve("port");
      try (VictimProcess process =
          new VictimProcess(builder.start(), unused, String.join(" ", words), false)) {
        return process.result();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #run}, and fails unless the exit code is 0. */
  public VictimResult runOk() {
    VictimResult result = run();
    if (result.exitCode() != 0) {
      throw new AssertionError(
          String.join(" ", words)
              + ": exit code "
              + result.exitCode()
              + "\n"
              + result.stdout()
              + result.stderr());
    }
    return result;
  }
}
