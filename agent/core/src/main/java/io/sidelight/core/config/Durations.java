// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

/** Durations as people write them: a whole number and its unit. */
final class Durations {

  private static final long LONGEST_NANOS = 365L * 24 * 3600 * 1_000_000_000;

  private Durations() {}

  /** In nanoseconds; -1 if {@code text} is no duration, or longer than a year. */
  static long nanos(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > 15) {
      return -1;
    }
    long unit = unitNanos(text.substring(digits));
    long count = Long.parseLong(text.substring(0, digits));
    return unit < 0 || count > LONGEST_NANOS / unit ? -1 : count * unit;
  }

  private static long unitNanos(String unit) {
    switch (unit) {
      case "us":
        return 1_000;
      case "ms":
        return 1_000_000;
      case "s":
        return 1_000_000_000;
      case "m":
        return 60L * 1_000_000_000;
      case "h":
        return 3600L * 1_000_000_000;
      case "d":
        return 24 * 3600L * 1_000_000_000;
      default:
        return -1;
    }
  }
}
