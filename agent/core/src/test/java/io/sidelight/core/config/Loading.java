// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Loads a configuration from made-up sources. */
final class Loading {

  private final Map<String, String> environment = new HashMap<>();
  private final Properties properties = new Properties();
  private Keys keys = Keys.standard();
  private @Nullable String arguments;
  private @Nullable File jar;

  static Loading with() {
    return new Loading();
  }

  Loading keys(Key... some) {
    keys = new Keys(some);
    return this;
  }

  Loading arguments(@Nullable String text) {
    arguments = text;
    return this;
  }

  Loading env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Loading property(String name, String value) {
    properties.setProperty(name, value);
    return this;
  }

  Loading jar(File file) {
    jar = file;
    return this;
  }

  Config load() {
    return ConfigLoader.load(keys, arguments, environment, properties, jar);
  }
}
