// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

/** What the value of a key must look like, in words for its problems and its schema. */
public enum ValueType {
  /** Any text without control characters. */
  TEXT("a text", "at most 1000 characters, no control characters"),
  /** Canonical values are {@code true} and {@code false}. */
  FLAG("a switch", "true, false"),
  /** One of the key's choices. */
  CHOICE("one of its values", ""),
  /** A whole number within the key's bounds. */
  NUMBER("a whole number in its range", ""),
  /** A TCP port. */
  PORT("a port", "0 to 65535"),
  /** A length of time, with its unit. */
  DURATION("a duration", "500ms, 10s, 2m"),
  /** A local address or host name. */
  ADDRESS("an address to listen on", "0.0.0.0, 127.0.0.1, a host name"),
  /** A path in the file system. */
  FILE("a file", "/etc/sidelight.properties"),
  /** URL paths, where {@code *} is one segment and a last {@code **} is all below. */
  PATHS("a list of paths", "/health, /health/**"),
  /** Class names, where {@code *} is part of one segment and {@code **} any segments. */
  CLASSES("a list of class patterns", "com.acme.**, *Mapper"),
  /** Parts of the default, or class names with their package. */
  ANNOTATIONS("a list of libraries and class names", "sidelight, micrometer, com.acme.Measured"),
  /** Class patterns, or one class with {@code +} for its subtypes, and a pattern of methods. */
  METHODS("a list of method patterns", "com.acme.**.*Service.*, com.acme.Repository+.find*"),
  /** Upper bounds in the metric's unit, ascending. */
  BUCKETS("a list of ascending numbers above 0", "0.005, 0.05, 0.5"),
  /** Labels with their values. */
  LABELS("a list of labels", "application=shop, environment=prod"),
  /** Names in snake case. */
  NAMES("a list of names", "database, redis_pool"),
  /** Paths in the file system. */
  FILES("a list of files", "/, /var/data"),
  /** An address of HTTP. */
  URL("an address", "http://127.0.0.1:8080/ping"),
  /** Addresses of HTTP, with names in snake case. */
  URLS("a list of named addresses", "payment=http://payment/ping, search=http://search/ping");

  private final String noun;
  private final String examples;

  ValueType(String noun, String examples) {
    this.noun = noun;
    this.examples = examples;
  }

  /** With an article, e.g. {@code a port}. */
  String noun() {
    return noun;
  }

  /** Valid values; empty if the key knows better. */
  String examples() {
    return examples;
  }

  /** Whether the value is a comma-separated list. */
  public boolean isList() {
    return this == PATHS
        || this == CLASSES
        || this == METHODS
        || this == ANNOTATIONS
        || this == BUCKETS
        || this == NAMES
        || this == FILES
        || isMap();
  }

  /** Whether each part of the value has a name, and can be set by itself. */
  public boolean isMap() {
    return this == LABELS || this == URLS;
  }
}
