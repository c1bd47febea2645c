// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes {@code -javaagent:sidelight.jar=<these>} apart: pairs {@code key=value} with commas
 * between, {@code \,} for a comma inside a value. The first part may be short for a port, an
 * address and port, or a file, alone or after a port, as users of other agents write it.
 */
final class AgentArguments {

  static final String SOURCE = "agent arguments";

  private final List<Setting> settings = new ArrayList<>();
  private final Problems problems;

  private AgentArguments(Problems problems) {
    this.problems = problems;
  }

  static List<Setting> parse(String arguments, Problems problems) {
    AgentArguments parser = new AgentArguments(problems);
    boolean first = true;
    for (String part : split(arguments)) {
      if (!part.isEmpty()) {
        parser.add(part, first);
      }
      first = false;
    }
    return parser.settings;
  }

  private static List<String> split(String arguments) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      if (c == '\\' && i + 1 < arguments.length() && arguments.charAt(i + 1) == ',') {
        part.append(',');
        i++;
      } else if (c == ',') {
        parts.add(part.toString().trim());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().trim());
    return parts;
  }

  private void add(String part, boolean first) {
    int equals = part.indexOf('=');
    if (equals > 0) {
      set(part.substring(0, equals).trim(), part.substring(equals + 1).trim());
    } else if (equals == 0) {
      problems.add(Names.quote(part) + " has no key (use key=value)", SOURCE);
    } else if (!first || !addShort(part)) {
      problems.add(
          Names.quote(part)
              + " is not key=value"
              + (first ? "" : " (write \\, for a comma inside a value)"),
          SOURCE);
    }
  }

  private boolean addShort(String part) {
    if (isDigits(part)) {
      set(Keys.PORT, part);
      return true;
    }
    int colon = part.indexOf(':');
    if (colon > 0 && isDigits(part.substring(0, colon)) && isFile(part.substring(colon + 1))) {
      set(Keys.PORT, part.substring(0, colon));
      set(Keys.CONFIG, part.substring(colon + 1));
      return true;
    }
    return addAddress(part) || addFile(part);
  }

  /** {@code address:port}, maybe with {@code :file} after it. */
  private boolean addAddress(String part) {
    for (int colon = part.indexOf(':'); colon > 0; colon = part.indexOf(':', colon + 1)) {
      int next = part.indexOf(':', colon + 1);
      boolean hasFile = next > 0 && isFile(part.substring(next + 1));
      String port = part.substring(colon + 1, hasFile ? next : part.length());
      String address = part.substring(0, colon);
      if (isDigits(port) && address.indexOf('/') < 0 && address.indexOf('\\') < 0) {
        set(Keys.BIND, address);
        set(Keys.PORT, port);
        if (hasFile) {
          set(Keys.CONFIG, part.substring(next + 1));
        }
        return true;
      }
    }
    return false;
  }

  private boolean addFile(String part) {
    if (!isFile(part)) {
      return false;
    }
    set(Keys.CONFIG, part);
    return true;
  }

  private static boolean isFile(String text) {
    String lower = Names.lower(text);
    return text.indexOf('/') >= 0
        || text.indexOf('\\') >= 0
        || lower.endsWith(".properties")
        || lower.endsWith(".json")
        || lower.endsWith(".yaml")
        || lower.endsWith(".yml");
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private void set(String key, String value) {
    settings.add(new Setting(Names.withoutPrefix(key), value, SOURCE));
  }
}
