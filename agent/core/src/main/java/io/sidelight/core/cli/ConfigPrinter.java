// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import io.sidelight.core.config.Config;
import io.sidelight.core.config.Key;
import io.sidelight.core.config.Keys;
import io.sidelight.core.config.Version;
import java.io.PrintStream;
import java.util.List;

/** Shows a configuration to people. */
final class ConfigPrinter {

  private static final int KEY_WIDTH = 26;
  private static final int VALUE_WIDTH = 32;

  private final PrintStream out;

  ConfigPrinter(PrintStream out) {
    this.out = out;
  }

  /** One problem a line, and how many there are. */
  void problems(List<String> problems) {
    for (String problem : problems) {
      out.println(problem);
    }
    int count = problems.size();
    out.println(count == 0 ? "no problems" : count == 1 ? "1 problem" : count + " problems");
  }

  /** Key, value and source of each key; problems go to {@code err}. */
  void effective(Config config, PrintStream err) {
    for (Key key : config.keys().all()) {
      String value = config.shown(key.name());
      String text = value == null ? "***" : value.isEmpty() ? "-" : value;
      out.println(
          Columns.padded(key.name(), KEY_WIDTH)
              + Columns.padded(text, VALUE_WIDTH)
              + (text.length() < VALUE_WIDTH ? "" : Columns.below(KEY_WIDTH + VALUE_WIDTH))
              + config.source(key.name()));
    }
    for (String problem : config.problems()) {
      err.println("sidelight: config: " + problem);
    }
  }

  /** A properties file in which everything is a comment. */
  void template() {
    out.println("# Sidelight " + Version.VERSION + ": all keys with their defaults.");
    out.println("# Save as sidelight.properties next to sidelight.jar, or name it: config=<file>.");
    for (Key key : Keys.standard().all()) {
      // The file cannot name itself.
      if (!key.name().equals("config")) {
        out.println();
        out.println("# " + key.help() + ".");
        out.println("# " + key.expected() + "; " + key.environmentName());
        out.println("#" + key.name() + "=" + key.defaultText());
      }
    }
  }
}
