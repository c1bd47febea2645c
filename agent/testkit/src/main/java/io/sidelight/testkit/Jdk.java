// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An installed JDK, 17 or later. Looked for, in this order, in the JDK that runs the tests, {@code
 * JAVA_HOME}, the folders of {@code SIDELIGHT_JDKS}, and the usual places; one of each feature
 * version counts.
 */
public final class Jdk {

  private static final List<Jdk> ALL = find();

  private final int version;
  private final Path home;

  private Jdk(int version, Path home) {
    this.version = version;
    this.home = home;
  }

  /** Every installed JDK, oldest first. */
  public static List<Jdk> all() {
    return ALL;
  }

  /** The JDK that runs the tests: for tests that need not run on each. */
  public static Jdk current() {
    int version = Runtime.version().feature();
    return ALL.stream().filter(jdk -> jdk.version == version).findFirst().orElseThrow();
  }

  /** The feature version, e.g. 17. */
  public int version() {
    return version;
  }

  /** Its folder. */
  public Path home() {
    return home;
  }

  /** Its {@code java} command. */
  public Path java() {
    return tool("java");
  }

  /** One of its commands. */
  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }

  @SuppressWarnings("SystemOut") // which JDKs a run covered belongs into its output
  private static List<Jdk> find() {
    SortedMap<Integer, Jdk> found = new TreeMap<>();
    for (Path home : candidates()) {
      int version = versionOf(home);
      if (version >= 17) {
        found.putIfAbsent(version, new Jdk(version, home));
      }
    }
    List<Jdk> all = List.copyOf(found.values());
    System.out.println("Child JVMs run on: " + all);
    return all;
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    add(homes, System.getenv("JAVA_HOME"));
    @Nullable String listed = System.getenv("SIDELIGHT_JDKS");
    if (listed != null) {
      for (String home : listed.split(System.getProperty("path.separator"), -1)) {
        add(homes, home);
      }
    }
    homes.addAll(children(Path.of("/usr/lib/jvm")));
    homes.addAll(children(Path.of(System.getProperty("user.home"), ".sdkman/candidates/java")));
    for (Path mac : children(Path.of("/Library/Java/JavaVirtualMachines"))) {
      homes.add(mac.resolve("Contents/Home"));
    }
    return homes;
  }

  private static void add(List<Path> homes, @Nullable String home) {
    if (home != null && !home.isBlank()) {
      homes.add(Path.of(home.trim()));
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns 0 if there is no complete JDK. */
  private static int versionOf(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.exists(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[.+-]", 2)[0]);
  }
}
