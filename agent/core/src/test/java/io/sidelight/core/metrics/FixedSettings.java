// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings with given values and the defaults of the few keys that the metrics read. */
public final class FixedSettings implements Settings {

  private final Map<String, String> values = new HashMap<>();

  public FixedSettings(String... keysAndValues) {
    values.put("metrics.max-series", "20000");
    values.put("metrics.endpoint-label", "endpoint");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
  }

  @Override
  public String text(String key) {
    return values.getOrDefault(key, "");
  }

  @Override
  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key));
  }

  @Override
  public int number(String key) {
    return text(key).isEmpty() ? 0 : Integer.parseInt(text(key));
  }

  @Override
  public List<String> list(String key) {
    return Arrays.stream(text(key).split(","))
        .map(String::trim)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  @Override
  public long nanos(String key) {
    return number(key);
  }
}
