// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import io.sidelight.core.config.Version;
import java.io.PrintStream;

/** The usage text. */
final class Help {

  private static final String[] LINES = {
    "Sidelight " + Version.VERSION + " shows metrics and health of a Java application:",
    "",
    "  java -javaagent:sidelight.jar -jar app.jar",
    "",
    "Then read http://localhost:9464/metrics and http://localhost:9464/health.",
    "",
    "Settings, separated by commas:",
    "",
    "  java -javaagent:sidelight.jar=port=9465,service.name=orders -jar app.jar",
    "",
    "They may also be given as",
    "",
    "  -Dsidelight.port=9465                       a system property",
    "  SIDELIGHT_PORT=9465                         an environment variable",
    "  port=9465  or  {\"port\": 9465}               in sidelight.properties or sidelight.json",
    "                                              next to the JAR, or in config=<file>",
    "",
    "Commands: java -jar sidelight.jar ...",
    "",
    "  help                                        this text",
    "  version                                     version and revision",
    "  list                                        supported libraries and their metrics",
    "  scan <jar, war or folder>                   the methods of an application that it weaves",
    "  check [file]                                all problems of the configuration, or of a file",
    "  config [--effective] [agent arguments]      the value of each key and where it comes from",
    "  config --defaults                           all keys explained, as sidelight.properties",
    "  config --schema                             JSON schema of sidelight.json",
    "",
    "Exit codes: 0 all is well, 1 there are problems, 2 no such command.",
  };

  private Help() {}

  static void print(PrintStream out) {
    for (String line : LINES) {
      out.println(line);
    }
  }
}
