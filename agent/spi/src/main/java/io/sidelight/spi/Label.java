// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import org.jspecify.annotations.Nullable;

/**
 * A label of a metric, with its bound. Metrics that share a {@code Label} object share the values
 * admitted under its cap, so that the same values have a series in each. Immutable.
 */
public final class Label {

  /** The value that stands for all values past the cap. */
  public static final String OTHER = "other";

  private final String name;
  private final String help;
  private final int cap;
  private final @Nullable String capKey;
  private final boolean optional;

  private Label(String name, String help, int cap, @Nullable String capKey, boolean optional) {
    this.name = name;
    this.help = help;
    this.cap = cap;
    this.capKey = capKey;
    this.optional = optional;
  }

  /** A label whose values come from a closed set that the recording code itself guarantees. */
  public static Label closed(String name, String help) {
    return new Label(name, help, Integer.MAX_VALUE, null, false);
  }

  /** A label with at most {@code cap} values; further ones become {@link #OTHER}. */
  public static Label capped(String name, String help, int cap) {
    return new Label(name, help, cap, null, false);
  }

  /** As {@link #capped(String, String, int)}, where the configuration key can set the cap. */
  public static Label capped(String name, String help, int cap, String capKey) {
    return new Label(name, help, cap, capKey, false);
  }

  /**
   * As {@link #capped(String, String, int)}; a series with the empty value has no such label, which
   * is the same to Prometheus.
   */
  public static Label optional(String name, String help, int cap) {
    return new Label(name, help, cap, null, true);
  }

  /** Snake case. */
  public String name() {
    return name;
  }

  /** What its values are, for people. */
  public String help() {
    return help;
  }

  /** The largest number of values; {@link Integer#MAX_VALUE} for a closed set. */
  public int cap() {
    return cap;
  }

  /** The configuration key of the cap; null if it is fixed. */
  public @Nullable String capKey() {
    return capKey;
  }

  /** Whether a series may be without it. */
  public boolean isOptional() {
    return optional;
  }

  /** Whether values come from a closed set. */
  public boolean isClosed() {
    return cap == Integer.MAX_VALUE;
  }
}
