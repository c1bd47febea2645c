// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

/** One assignment, as it was found. */
final class Setting {

  final String name;
  final String text;
  final String source;

  /** Whether the name is that of an environment variable, without the common prefix. */
  final boolean environment;

  Setting(String name, String text, String source) {
    this(name, text, source, false);
  }

  Setting(String name, String text, String source, boolean environment) {
    this.name = name;
    this.text = text;
    this.source = source;
    this.environment = environment;
  }
}
