// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.agent;

import java.io.PrintStream;
import java.util.jar.JarFile;

/** Where {@code java -jar sidelight.jar …} enters: the command line for operators. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) throws Exception {
    JarFile jar = new JarFile(AgentJar.locate(Main.class), false);
    // Not the platform loader, as under the agent: here the dispatcher, which instrumentations
    // refer to, is on the class path only.
    AgentClassLoader loader = new AgentClassLoader(jar, Main.class.getClassLoader());
    Object code =
        loader
            .loadClass("io.sidelight.core.cli.Cli")
            .getMethod("run", String[].class, PrintStream.class, PrintStream.class)
            .invoke(null, arguments, System.out, System.err);
    // A command, not an agent: its exit code is its result.
    Runtime.getRuntime().exit(((Integer) code).intValue());
  }
}
