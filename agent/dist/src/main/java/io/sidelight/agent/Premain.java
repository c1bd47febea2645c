// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent, before the application's {@code main}. Whatever goes wrong here,
 * the application starts as if there were no agent, and one line on stderr says what happened.
 */
public final class Premain {

  /** Set while the JVM lives, so that a second copy of the agent notices the first. */
  private static final String LOADED = "sidelight.loaded";

  private Premain() {}

  /**
   * Called by the JVM for {@code -javaagent}.
   *
   * @throws IllegalStateException if the operator asked, with {@code strict=true}, that a problem
   *     of the configuration stops the JVM; nothing else is ever thrown
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    long begin = System.nanoTime();
    try {
      start(arguments, instrumentation, begin);
    } catch (Throwable e) {
      Throwable cause = e.getCause();
      if (cause != null && cause.getClass().getName().equals("io.sidelight.core.StrictStop")) {
        throw new IllegalStateException(cause.getMessage());
      }
      say("not started, the application runs without it: " + describe(e));
    }
  }

  private static void start(@Nullable String arguments, Instrumentation instrumentation, long begin)
      throws Exception {
    if (isJdkTool() || isSwitchedOff(arguments)) {
      return;
    }
    File file = AgentJar.locate(Premain.class);
    Object first = System.getProperties().putIfAbsent(LOADED, file.getPath());
    if (first != null) {
      // Which copy came second is unknown: the class loader knows this class from the first only.
      say("already loaded from " + first + "; ignoring the second -javaagent");
      return;
    }
    // Unverified: checking signatures before the JIT has warmed up is slow.
    JarFile jar = new JarFile(file, false);
    Attributes manifest = jar.getManifest().getMainAttributes();
    if (!Premain.class.getName().equals(manifest.getValue("Premain-Class"))) {
      // Repackaged into the application's own JAR: appending that to the bootstrap search path
      // would put the whole application there.
      jar.close();
      say(
          "not started: "
              + file.getPath()
              + " is not the agent's own JAR; use sidelight.jar as is");
      return;
    }
    // To append is to lose class-data sharing; an operator who cares has put the JAR there already.
    if (!AgentJar.isOnBootstrapPath(Premain.class)) {
      instrumentation.appendToBootstrapClassLoaderSearch(jar);
    }
    AgentClassLoader loader =
        new AgentClassLoader(jar, ClassLoader.getSystemClassLoader().getParent());
    loader
        .loadClass("io.sidelight.core.Agent")
        .getMethod("start", String.class, Instrumentation.class, File.class, long.class)
        .invoke(null, arguments, instrumentation, file, begin);
  }

  /** With JAVA_TOOL_OPTIONS the flag also reaches {@code keytool}, {@code jcmd} and the like. */
  private static boolean isJdkTool() {
    String module = System.getProperty("jdk.module.main", "");
    if (module.startsWith("jdk.") || module.startsWith("java.")) {
      return true;
    }
    String command = System.getProperty("sun.java.command", "");
    return command.startsWith("sun.tools.")
        || command.startsWith("com.sun.tools.")
        || command.startsWith("sun.security.tools.");
  }

  /** The switch that must not even cost a class loader; a configuration file is read later. */
  private static boolean isSwitchedOff(@Nullable String arguments) {
    if (arguments != null) {
      String list = "," + arguments + ",";
      if (list.contains(",enabled=")) {
        return list.contains(",enabled=false,");
      }
    }
    String value = System.getProperty("sidelight.enabled");
    if (value == null) {
      value = System.getenv("SIDELIGHT_ENABLED");
    }
    return "false".equalsIgnoreCase(value);
  }

  private static String describe(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  private static void say(String line) {
    System.err.println("sidelight: agent: " + line.replace('\n', ' ').replace('\r', ' '));
  }
}
