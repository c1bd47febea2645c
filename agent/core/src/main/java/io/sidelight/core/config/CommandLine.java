// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

/** What the JVM's command line says about the application. */
final class CommandLine {

  private CommandLine() {}

  /** The name of the JAR or main class; never its arguments, which may be secret. */
  static String serviceName(String command) {
    String first = command;
    int jar = command.indexOf(".jar ");
    if (jar >= 0) {
      first = command.substring(0, jar + 4);
    } else if (!command.endsWith(".jar") && command.indexOf(' ') >= 0) {
      first = command.substring(0, command.indexOf(' '));
    }
    if (first.endsWith(".jar")) {
      return baseName(first.substring(0, first.length() - 4));
    }
    int module = first.indexOf('/');
    String main = first.substring(module + 1);
    return main.substring(main.lastIndexOf('.') + 1);
  }

  private static String baseName(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return path.substring(slash + 1);
  }
}
