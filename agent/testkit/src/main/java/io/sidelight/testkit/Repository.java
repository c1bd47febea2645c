// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where things are in the working copy that the tests run in. */
public final class Repository {

  private Repository() {}

  /** The root: the nearest folder upwards from the working directory that holds the agent. */
  public static Path root() {
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("agent/dist/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new AssertionError("the tests must run inside the repository's folders");
    }
    return folder;
  }

  /** The agent as it is shipped. */
  public static Path agentJar() {
    return existing(
        root().resolve("agent/dist/target/sidelight.jar"), "mvn -pl agent/dist -am package");
  }

  /** The classes of a program in {@code integration-tests/apps/<app>}. */
  public static Path app(String app) {
    return existing(
        root().resolve("integration-tests/apps/" + app + "/target/classes"),
        "mvn -pl integration-tests/apps/" + app + " -am process-classes");
  }

  /** The JARs that {@code integration-tests/apps/<app>} copied to {@code target/libs/<set>}. */
  public static List<Path> libs(String app, String set) {
    Path folder =
        existing(
            root().resolve("integration-tests/apps/" + app + "/target/libs/" + set),
            "mvn -pl integration-tests/apps/" + app + " -am process-classes");
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path existing(Path path, String command) {
    if (!Files.exists(path)) {
      throw new AssertionError(path + " is missing; build it with: " + command);
    }
    return path;
  }
}
