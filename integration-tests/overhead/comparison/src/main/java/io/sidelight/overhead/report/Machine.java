// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.report;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** When, where and with what a run was made: {@code results/machine.properties}. Immutable. */
public final class Machine {

  private final Map<String, String> facts;

  private Machine(Map<String, String> facts) {
    this.facts = facts;
  }

  /** Looks at this machine. */
  public static Machine here(Plan plan) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put("rounds", Integer.toString(plan.rounds()));
    facts.put("quick", Boolean.toString(plan.quick()));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("processor", field("/proc/cpuinfo", "model name"));
    facts.put(
        "memory",
        Math.round(
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / 1e6)
            + " GB");
    facts.put("load", read("/proc/loadavg").split(" ", 2)[0]);
    facts.put("system", "Linux " + System.getProperty("os.version").replaceAll("-.*", ""));
    facts.put("jdk", System.getProperty("java.vendor") + " " + Runtime.version());
    @Nullable Path java25 = Layout.java25();
    facts.put("jdk25", java25 == null ? "none" : release(java25));
    facts.put("sidelight", version(Layout.agentJar()));
    facts.put("otel", version(Layout.otelJar()));
    return new Machine(facts);
  }

  /** A fact by its key. */
  String get(String key) {
    String value = facts.get(key);
    if (value == null) {
      throw new IllegalStateException("nothing is known of " + key);
    }
    return value;
  }

  /** All that is known, as the lines of a file. */
  public void write(Path file) {
    List<String> lines = new ArrayList<>();
    facts.forEach((key, value) -> lines.add(key + "=" + value));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Machine read(Path file) {
    Map<String, String> facts = new TreeMap<>();
    read(file.toString())
        .lines()
        .forEach(
            line ->
                facts.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return new Machine(facts);
  }

  private static String release(Path java) {
    @Nullable Path bin = java.getParent();
    @Nullable Path home = bin == null ? null : bin.getParent();
    if (home == null) {
      throw new IllegalStateException(java + " is not in a JDK");
    }
    String release = home.resolve("release").toString();
    return (field(release, "IMPLEMENTOR") + " " + field(release, "JAVA_RUNTIME_VERSION"))
        .replace("\"", "");
  }

  private static String version(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Implementation-Version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value on the first line that starts so, after a colon or an equals sign. */
  private static String field(String file, String key) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replaceFirst("^\\s*[:=]\\s*", "").trim())
        .findFirst()
        .orElse("unknown");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
