// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named parts of a value, such as labels, that are written as keys of their own. */
final class NamedParts {

  private NamedParts() {}

  /** The settings, with {@code labels.a=x} and {@code labels.b=y} as {@code labels=a=x,b=y}. */
  static List<Setting> joined(Keys keys, List<Setting> settings) {
    List<Setting> joined = new ArrayList<>();
    Map<String, Setting> parts = new LinkedHashMap<>();
    for (Setting setting : settings) {
      int at = keys.find(setting.name) == null ? keys.partIn(setting.name) : -1;
      if (at < 0) {
        joined.add(setting);
      } else {
        String key = setting.name.substring(0, at - 1);
        String part = setting.name.substring(at) + "=" + setting.text;
        Setting before = parts.get(key);
        String text = before == null ? part : before.text + "," + part;
        String source = before == null ? setting.source : before.source;
        parts.put(key, new Setting(key, text, source));
      }
    }
    joined.addAll(parts.values());
    return joined;
  }
}
