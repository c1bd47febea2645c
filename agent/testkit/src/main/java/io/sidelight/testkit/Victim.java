// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program to be started in a child JVM, by default with a small heap and under the real agent,
 * whose side port is a free one:
 *
 * <pre>{@code
 * try (VictimProcess victim =
 *     Victim.main("com.acme.Orders").on(jdk).app("jedis", "jedis-3.0.0").agent("db.max-tables=3").start()) {
 *   victim.awaitLine("ready");
 *   assertThat(victim.scrape().value("redis_commands_total", "command", "GET")).isEqualTo(1);
 * }
 * }</pre>
 *
 * The checks for a quiet agent (see {@link VictimProcess#close}) are on unless {@link
 * #mayComplain}.
 */
public final class Victim {

  private static final List<String> SMALL =
      List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final List<String> launch;
  private final List<Path> classpath = new ArrayList<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<String> agentOptions = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private List<String> arguments = List.of();
  private Jdk jdk = Jdk.current();
  private @Nullable Path java;
  private String agentJar = "";
  private boolean withAgent = true;
  private boolean mayComplain;
  private @Nullable Path workingDirectory;

  private Victim(List<String> launch) {
    this.launch = launch;
  }

  /** A program by its main class. */
  public static Victim main(String mainClass) {
    return new Victim(List.of(mainClass));
  }

  /** A program by its JAR. */
  public static Victim jar(Path jar) {
    return new Victim(List.of("-jar", jar.toString()));
  }

  /** A program by what follows the JVM's options, e.g. {@code -m module/class}. */
  public static Victim launch(String... words) {
    return new Victim(List.of(words));
  }

  /** Runs it on that JDK instead of the one that runs the tests. */
  public Victim on(Jdk jdk) {
    this.jdk = jdk;
    return this;
  }

  /** Runs it with this {@code java} command, e.g. that of a custom run-time image. */
  public Victim java(Path command) {
    this.java = command;
    return this;
  }

  /** Adds the classes of an apps module, and the JARs of those of its library sets. */
  public Victim app(String app, String... sets) {
    classpath.add(Repository.app(app));
    for (String set : sets) {
      classpath.addAll(Repository.libs(app, set));
    }
    return this;
  }

  /** As {@link #app}. */
  public Victim classpath(String app, String... sets) {
    return app(app, sets);
  }

  /** Adds JARs or folders to the class path. */
  public Victim classpath(Path... entries) {
    classpath.addAll(Arrays.asList(entries));
    return this;
  }

  /** Adds options of the JVM; they win over the small defaults. */
  public Victim jvm(String... options) {
    jvmOptions.addAll(Arrays.asList(options));
    return this;
  }

  /** The program's arguments. */
  public Victim args(String... words) {
    arguments = List.of(words);
    return this;
  }

  /** An environment variable. */
  public Victim env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The folder it runs in. */
  public Victim in(Path folder) {
    workingDirectory = folder;
    return this;
  }

  /** Adds {@code key=value} options of the agent. */
  public Victim agent(String... options) {
    agentOptions.addAll(Arrays.asList(options));
    return this;
  }

  /** Uses this agent JAR, written as on the command line. */
  public Victim agentJar(String path) {
    agentJar = path;
    return this;
  }

  /** Leaves the agent away, for comparisons. */
  public Victim withoutAgent() {
    withAgent = false;
    return this;
  }

  /** Allows the agent to write problems, because the test provokes them. */
  public Victim mayComplain() {
    mayComplain = true;
    return this;
  }

  /** Starts it. */
  public VictimProcess start() {
    try {
      Path folder = Files.createTempDirectory("sidelight-it");
      Path portFile = folder.resolve("port");
      return new VictimProcess(
          builder(portFile).start(), portFile, toString(), withAgent && !mayComplain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end, for at most a minute. */
  public VictimResult run() {
    try (VictimProcess victim = start()) {
      return victim.result();
    }
  }

  @Override
  public String toString() {
    return String.join(" ", launch) + " on " + (java == null ? jdk : java);
  }

  private ProcessBuilder builder(Path portFile) {
    ProcessBuilder builder = new ProcessBuilder(command(portFile));
    removeInherited(builder.environment());
    builder.environment().putAll(environment);
    if (workingDirectory != null) {
      builder.directory(workingDirectory.toFile());
    }
    return builder;
  }

  private List<String> command(Path portFile) {
    List<String> command = new ArrayList<>();
    command.add((java == null ? jdk.java() : java).toString());
    command.addAll(smallDefaults());
    if (withAgent) {
      command.add("-javaagent:" + agent(portFile));
    }
    command.addAll(jvmOptions);
    if (!classpath.isEmpty()) {
      command.add("-cp");
      command.add(
          classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
    command.addAll(launch);
    command.addAll(arguments);
    return command;
  }

  private String agent(Path portFile) {
    String jar = agentJar.isEmpty() ? Repository.agentJar().toString() : agentJar;
    return jar
        + Stream.concat(
                Stream.of("port=0", "port-file=" + portFile).filter(this::notOverridden),
                agentOptions.stream())
            .collect(Collectors.joining(",", "=", ""));
  }

  private boolean notOverridden(String option) {
    String key = option.substring(0, option.indexOf('=') + 1);
    return agentOptions.stream().noneMatch(other -> other.startsWith(key));
  }

  private List<String> smallDefaults() {
    boolean ownCollector = jvmOptions.stream().anyMatch(option -> option.matches("-XX:\\+Use.*GC"));
    return SMALL.stream().filter(option -> !ownCollector || !option.endsWith("GC")).toList();
  }

  /** What the surroundings of the tests set must not reach a child. */
  static void removeInherited(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("SIDELIGHT_")
                    || name.startsWith("OTEL_")
                    || name.equals("JAVA_TOOL_OPTIONS")
                    || name.equals("JDK_JAVA_OPTIONS"));
  }

  static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
