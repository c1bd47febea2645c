// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the parts of the comparison are. */
public final class Layout {

  private Layout() {}

  /** The root: the nearest folder upwards from the working directory that holds the agent. */
  public static Path root() {
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("agent/dist/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("run this inside the repository");
    }
    return folder;
  }

  /** This folder. */
  public static Path overhead() {
    return root().resolve("integration-tests/overhead");
  }

  /** The agent as it is shipped. */
  public static Path agentJar() {
    return existing(root().resolve("agent/dist/target/sidelight.jar"));
  }

  /** The peer that Sidelight is compared with. */
  public static Path otelJar() {
    return existing(overhead().resolve("comparison/target/agents/opentelemetry-javaagent.jar"));
  }

  /**
   * A class path: the classes of a module of this folder and the JARs in its {@code target/libs}.
   */
  public static String classpath(String module) {
    Path target = existing(overhead().resolve(module + "/target"));
    try (Stream<Path> jars = Files.list(existing(target.resolve("libs")))) {
      return Stream.concat(Stream.of(target.resolve("classes")), jars.sorted())
          .map(Path::toString)
          .collect(Collectors.joining(java.io.File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes of this program, some of which run in JVMs under measurement. */
  public static Path comparisonClasses() {
    return existing(overhead().resolve("comparison/target/classes"));
  }

  /** Where this program writes what it generates. */
  public static Path generated() {
    try {
      return Files.createDirectories(overhead().resolve("comparison/target/generated"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDK that this program runs on. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** A JDK 25 or later for what only that has; null if none is installed. */
  public static @Nullable Path java25() {
    for (String folder : List.of("/usr/lib/jvm")) {
      try (Stream<Path> homes = Files.list(Path.of(folder))) {
        @Nullable Path found =
            homes
                .filter(home -> feature(home) >= 25)
                .map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .sorted()
                .findFirst()
                .orElse(null);
        if (found != null) {
          return found;
        }
      } catch (IOException e) {
        // no such folder: the next one
      }
    }
    return null;
  }

  private static int feature(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("^[^0-9]*([0-9]+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(
          path + " is missing: integration-tests/overhead/run builds it");
    }
    return path;
  }
}
