// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

/** What the JVM's command line says about the application. */
final class CommandLine {

  private CommandLine() {}

  /** The name of the JAR or main class; never its arguments, which may be secret. */
  static String serviceName(String command) {
    int space = command.indexOf(' ');
    String first = space < 0 ? command : command.substring(0, space);
    boolean path = first.indexOf('/') >= 0 || first.indexOf('\\') >= 0;
    int jar = (command + ' ').indexOf(".jar ");
    // The path of a JAR may have blanks, the name of a class has none.
    if (jar >= 0 && (path || jar < first.length())) {
      return baseName(command.substring(0, jar));
    }
    String main = first.substring(first.indexOf('/') + 1);
    return main.substring(main.lastIndexOf('.') + 1);
  }

  private static String baseName(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return path.substring(slash + 1);
  }
}
