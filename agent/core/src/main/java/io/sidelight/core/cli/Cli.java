// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import io.sidelight.core.config.Config;
import io.sidelight.core.config.ConfigLoader;
import io.sidelight.core.config.Names;
import io.sidelight.core.config.Version;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The command line for operators. */
public final class Cli {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private static final List<String> COMMANDS =
      Arrays.asList("help", "version", "list", "scan", "check", "config");

  private final PrintStream out;
  private final PrintStream err;

  private Cli(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs one command.
   *
   * @return 0 if all is well, 1 if something is wrong, 2 if there is no such command
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    int code = new Cli(out, err).run(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private int run(String[] arguments) {
    String command = arguments.length == 0 ? "help" : arguments[0];
    String first = arguments.length > 1 ? arguments[1] : null;
    switch (command) {
      case "help":
      case "--help":
      case "-h":
        Help.print(out);
        return OK;
      case "version":
      case "--version":
        out.println(version());
        return OK;
      case "list":
        return new Listing(out, err).print(Cli.class.getClassLoader()) ? OK : FAILED;
      case "scan":
        return scan(first);
      case "check":
        return check(first);
      case "config":
        return config(first, arguments.length > 2 ? arguments[2] : null);
      default:
        return unknown("command", command, COMMANDS);
    }
  }

  static String version() {
    return "sidelight " + Version.VERSION + ", revision " + Version.REVISION + ", Java 8 or later";
  }

  private int scan(@Nullable String application) {
    if (application == null) {
      err.println("scan needs a JAR, a WAR or a folder. Try: java -jar sidelight.jar help");
      return WRONG_USE;
    }
    Config config = ConfigLoader.load(null, System.getenv(), properties(), jar());
    for (String problem : config.problems()) {
      err.println("sidelight: config: " + problem);
    }
    try {
      boolean sound =
          new Scan(out).print(new File(application), config, Cli.class.getClassLoader());
      return sound ? OK : FAILED;
    } catch (IOException e) {
      err.println(Names.quote(application) + " cannot be read: " + e.getMessage());
      return FAILED;
    }
  }

  private int check(@Nullable String file) {
    ConfigPrinter printer = new ConfigPrinter(out);
    List<String> problems =
        file == null
            ? ConfigLoader.load(null, System.getenv(), properties(), jar()).problems()
            : ConfigLoader.loadFile(new File(file), System.getenv()).problems();
    printer.problems(problems);
    return problems.isEmpty() ? OK : FAILED;
  }

  private int config(@Nullable String first, @Nullable String second) {
    ConfigPrinter printer = new ConfigPrinter(out);
    String option = first == null || !first.startsWith("--") ? "--effective" : first;
    String agentArguments = first == null || first.startsWith("--") ? second : first;
    switch (option) {
      case "--effective":
        printer.effective(
            ConfigLoader.load(agentArguments, System.getenv(), properties(), jar()), err);
        return OK;
      case "--defaults":
        printer.template();
        return OK;
      case "--schema":
        Schema.print(out);
        return OK;
      default:
        return unknown("option", option, Arrays.asList("--effective", "--defaults", "--schema"));
    }
  }

  private int unknown(String what, String given, List<String> known) {
    String nearest = Names.nearest(known, given);
    err.println(
        "unknown "
            + what
            + " "
            + Names.quote(given)
            + (nearest == null ? "" : ", did you mean " + Names.quote(nearest) + "?")
            + " Try: java -jar sidelight.jar help");
    return WRONG_USE;
  }

  /** Those of this JVM, but its command line does not tell the application's name. */
  private static Properties properties() {
    Properties properties = new Properties();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (!name.equals("sun.java.command")) {
        properties.setProperty(name, System.getProperty(name, ""));
      }
    }
    return properties;
  }

  /** With {@code java -jar} the class path is the JAR. */
  private static @Nullable File jar() {
    String path = System.getProperty("java.class.path", "");
    File file = new File(path);
    return path.endsWith(".jar") && file.isFile() ? file : null;
  }
}
