// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.api;

/**
 * A number that only grows, such as orders placed: a metric, or one of its series. Made by {@link
 * Sidelight#counter}. Safe for many threads.
 */
public final class Counter {

  Counter() {}

  /**
   * The series with these label values. Finding it takes a moment: where values are known
   * beforehand, keep it.
   *
   * @param values one for each label
   */
  public Counter labels(String... values) {
    return new Counter();
  }

  /** Adds one. */
  public void increment() {
    add(1);
  }

  /** Adds one to the series with these label values. */
  public void increment(String... labelValues) {
    labels(labelValues).add(1);
  }

  /**
   * Adds an amount, which need not be a whole number.
   *
   * @param amount not negative, below 9e12; anything else is not added, and said. Added in
   *     millionths
   */
  public void add(double amount) {
    // The agent weaves this.
  }

  /** As {@link #add(double)}, to the series with these label values. */
  public void add(double amount, String... labelValues) {
    labels(labelValues).add(amount);
  }
}
