// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One key of the configuration, as data. Immutable. */
public final class Key {

  private final String name;
  private final ValueType type;
  private final String defaultText;
  private final String help;
  private final int min;
  private final int max;
  private final List<String> choices;

  private Key(
      String name,
      ValueType type,
      String defaultText,
      String help,
      int min,
      int max,
      List<String> choices) {
    this.name = name;
    this.type = type;
    this.defaultText = defaultText;
    this.help = help;
    this.min = min;
    this.max = max;
    this.choices = choices;
  }

  static Key typed(String name, ValueType type, String defaultText, String help) {
    int max = type == ValueType.PORT ? 65_535 : 0;
    return new Key(name, type, defaultText, help, 0, max, Collections.<String>emptyList());
  }

  static Key flag(String name, boolean defaultValue, String help) {
    return typed(name, ValueType.FLAG, defaultValue ? "true" : "false", help);
  }

  static Key number(String name, int defaultValue, int min, int max, String help) {
    return new Key(
        name,
        ValueType.NUMBER,
        Integer.toString(defaultValue),
        help,
        min,
        max,
        Collections.<String>emptyList());
  }

  static Key choice(String name, String defaultText, String help, String... choices) {
    return new Key(
        name,
        ValueType.CHOICE,
        defaultText,
        help,
        0,
        0,
        Collections.unmodifiableList(Arrays.asList(choices)));
  }

  /** Kebab case, with dots, e.g. {@code http.max-endpoints}. */
  public String name() {
    return name;
  }

  /** What a value must look like. */
  public ValueType type() {
    return type;
  }

  /** The default as one would write it; empty if there is none. */
  public String defaultText() {
    return defaultText;
  }

  /** One line for operators. */
  public String help() {
    return help;
  }

  /** The smallest valid number. */
  public int min() {
    return min;
  }

  /** The largest valid number. */
  public int max() {
    return max;
  }

  /** The valid values of a choice. */
  public List<String> choices() {
    return choices;
  }

  /** The environment variable that sets it. */
  public String environmentName() {
    StringBuilder text = new StringBuilder("SIDELIGHT_");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      // By hand, because only these letters occur and no locale has a say.
      text.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c == '.' || c == '-' ? '_' : c);
    }
    return text.toString();
  }

  /** Whether values must never be shown. */
  public boolean isSecret() {
    return Names.isSecret(name);
  }

  /** What a value must be, in words. */
  public String expected() {
    return type.noun() + ": " + examples();
  }

  /** Valid values, in words. */
  String examples() {
    if (type == ValueType.NUMBER) {
      return min + " to " + max;
    }
    return type == ValueType.CHOICE ? String.join(", ", choices) : type.examples();
  }

  @Override
  public String toString() {
    return name;
  }
}
