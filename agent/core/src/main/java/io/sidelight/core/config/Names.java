// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write for a name, and which name they may have meant. */
public final class Names {

  static final String PREFIX = "sidelight.";

  private static final int LONGEST = 100;

  private Names() {}

  /**
   * What all spellings of a key have in common: its letters and digits in lower case. Locales have
   * no say: ASCII letters only.
   */
  static String form(String name) {
    StringBuilder form = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        form.append((char) (c - 'A' + 'a'));
      } else if (c != '.' && c != '-' && c != '_') {
        form.append(c);
      }
    }
    return form.toString();
  }

  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c - 'A' + 'a'));
      }
    }
    return lower.toString();
  }

  static boolean isSecret(String name) {
    String form = form(name);
    return form.endsWith("password") || form.endsWith("secret") || form.endsWith("token");
  }

  /** The candidate that is most like {@code name}; null if none is like it. */
  public static @Nullable String nearest(List<String> candidates, String name) {
    String form = form(name);
    if (form.length() > LONGEST) {
      return null;
    }
    String nearest = null;
    int least = Math.min(form.length() / 4 + 2, 4);
    for (String candidate : candidates) {
      int distance = distance(form, form(candidate));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** How many letters must be inserted, deleted or replaced to get from one to the other. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  /**
   * The key that an environment variable spells, which does not tell dots from dashes: separators
   * are taken from {@code like} as far as it has some.
   */
  static String fromEnvironment(String variable, @Nullable String like) {
    StringBuilder name = new StringBuilder(lower(variable));
    String model = like == null ? "" : like;
    int from = 0;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '_') {
        int at = nextSeparator(model, from);
        name.setCharAt(i, at < model.length() ? model.charAt(at) : '.');
        from = at + 1;
      }
    }
    return name.toString();
  }

  private static int nextSeparator(String name, int from) {
    int i = from;
    while (i < name.length() && name.charAt(i) != '.' && name.charAt(i) != '-') {
      i++;
    }
    return i;
  }

  /** The text in double quotes, short enough for a line, without control characters. */
  public static String quote(String text) {
    return '"' + shown(text) + '"';
  }

  /** At most a hundred letters, without control characters. */
  static String shown(String text) {
    return text.length() > LONGEST ? printable(text.substring(0, LONGEST)) + '…' : printable(text);
  }

  /** Without control characters. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text);
    for (int i = 0; i < printable.length(); i++) {
      if (Character.isISOControl(printable.charAt(i))) {
        printable.setCharAt(i, '?');
      }
    }
    return printable.toString();
  }

  /** A key may carry the prefix that properties of the JVM need, everywhere. */
  static String withoutPrefix(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }
}
