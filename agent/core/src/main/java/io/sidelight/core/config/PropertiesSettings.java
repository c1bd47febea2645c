// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads properties as {@link java.util.Properties} does, but knows the line of each, and reads
 * UTF-8.
 */
final class PropertiesSettings {

  private final String file;
  private final Problems problems;
  private final List<Setting> settings = new ArrayList<>();

  private PropertiesSettings(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  static List<Setting> parse(String text, String file, Problems problems) {
    PropertiesSettings parser = new PropertiesSettings(file, problems);
    StringBuilder logical = new StringBuilder();
    int number = 0;
    int first = 0;
    int at = 0;
    while (at < text.length()) {
      int end = endOfLine(text, at);
      String line = startTrimmed(text.substring(at, end));
      at = end < text.length() && text.startsWith("\r\n", end) ? end + 2 : end + 1;
      number++;
      boolean fresh = logical.length() == 0;
      if (fresh && (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!')) {
        continue;
      }
      first = fresh ? number : first;
      boolean continued = endsWithEscape(line) && at < text.length();
      logical.append(continued ? line.substring(0, line.length() - 1) : line);
      if (!continued) {
        parser.add(logical.toString(), first);
        logical.setLength(0);
      }
    }
    if (logical.length() > 0) {
      parser.add(logical.toString(), first);
    }
    return parser.settings;
  }

  private void add(String line, int number) {
    String source = file + ":" + number;
    int end = 0;
    while (end < line.length() && " \t\f=:".indexOf(line.charAt(end)) < 0) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, line.length());
    int value = skipBlanks(line, end);
    if (value < line.length() && (line.charAt(value) == '=' || line.charAt(value) == ':')) {
      value = skipBlanks(line, value + 1);
    }
    try {
      String name = unescaped(line.substring(0, end));
      String text = unescaped(line.substring(value));
      if (name.isEmpty()) {
        problems.add("a value without a key", source);
      } else {
        settings.add(new Setting(Names.withoutPrefix(name), text, source));
      }
    } catch (NumberFormatException e) {
      problems.add("\\u is not followed by four hexadecimal digits", source);
    }
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
      } else if (++i < text.length()) {
        c = text.charAt(i);
        if (c == 'u') {
          plain.append(unicode(text, i + 1));
          i += 4;
        } else {
          plain.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'f' ? '\f' : c);
        }
      }
    }
    return plain.toString();
  }

  private static char unicode(String text, int at) {
    int code = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new NumberFormatException();
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private static int endOfLine(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean endsWithEscape(String line) {
    int slashes = 0;
    while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static String startTrimmed(String line) {
    return line.substring(skipBlanks(line, 0));
  }

  private static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && " \t\f".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
