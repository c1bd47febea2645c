// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration: a valid value for every key, where it came from, and what was wrong
 * with the values that were not taken. Immutable.
 */
public final class Config implements Settings {

  private static final String DEFAULT = "default";

  private final Keys keys;
  private final Map<String, Value> values;
  private final List<String> problems;

  Config(Keys keys, Map<String, Value> values, List<String> problems) {
    this.keys = keys;
    this.values = new HashMap<>(values);
    this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }

  /** Every key at its default. */
  public static Config defaults() {
    return new Config(
        Keys.standard(), Collections.<String, Value>emptyMap(), Collections.<String>emptyList());
  }

  @Override
  public String text(String key) {
    Key declared = keys.exactly(key);
    Value value = values.get(key);
    return value == null ? declared.defaultText() : value.text;
  }

  @Override
  public boolean flag(String key) {
    return text(key).equals("true");
  }

  @Override
  public int number(String key) {
    return Integer.parseInt(text(key));
  }

  @Override
  public List<String> list(String key) {
    return Collections.unmodifiableList(Values.split(text(key)));
  }

  @Override
  public long nanos(String key) {
    return Durations.nanos(text(key));
  }

  /** The parts of the form {@code name=value}, in their order. */
  public Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String part : list(key)) {
      int equals = part.indexOf('=');
      pairs.put(part.substring(0, equals).trim(), part.substring(equals + 1).trim());
    }
    return Collections.unmodifiableMap(pairs);
  }

  /** Whether {@code key} was set anywhere, to a valid value. */
  public boolean isSet(String key) {
    keys.exactly(key);
    return values.containsKey(key);
  }

  /**
   * Where the value of {@code key} came from, for people: {@code agent arguments}, {@code
   * -Dsidelight.port}, {@code env SIDELIGHT_PORT}, {@code /etc/sidelight.json:12}, {@code default}.
   */
  public String source(String key) {
    keys.exactly(key);
    Value value = values.get(key);
    return value == null ? DEFAULT : value.source;
  }

  /** Everything that was wrong, one line each, without the log's prefix. */
  public List<String> problems() {
    return problems;
  }

  /** The keys that there are. */
  public Keys keys() {
    return keys;
  }

  /** A valid value and where it came from. */
  static final class Value {
    final String text;
    final String source;

    Value(String text, String source) {
      this.text = text;
      this.source = source;
    }
  }

  /** Returns the value for people to read; null if it is secret. */
  public @Nullable String shown(String key) {
    return keys.exactly(key).isSecret() ? null : text(key);
  }
}
