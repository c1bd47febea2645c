// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.List;

/**
 * The effective configuration, read-only. Every key is declared in the core's table with its
 * default; an unknown key is a programming error.
 *
 * <p>Safe for many threads.
 */
public interface Settings {

  /** The text of {@code key}; empty if unset. */
  String text(String key);

  /** A switch. */
  boolean flag(String key);

  /** A whole number. */
  int number(String key);

  /** The comma-separated parts, trimmed, without empty ones. */
  List<String> list(String key);

  /** A duration, in nanoseconds. */
  long nanos(String key);
}
