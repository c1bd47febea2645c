// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

/**
 * Amounts that an application gives, for counters of {@link MetricSpec#amount}: these count in
 * millionths, so that sums of decimals are exact.
 */
public final class Amounts {

  /** What such a counter can take at once. */
  private static final double MOST = 9e12;

  private static final double MILLIONTHS = 1e6;

  private Amounts() {}

  /**
   * What to add to the counter.
   *
   * @return negative if {@code amount} cannot be added; then {@link #fault} says why
   */
  public static long millionths(double amount) {
    return amount >= 0 && amount < MOST ? Math.round(amount * MILLIONTHS) : -1;
  }

  /** Why that amount cannot be added; without the amount, which may be anything. */
  public static String fault(double amount) {
    return "an amount was not added: it is " + (amount < 0 ? "negative" : "no number below 9e12");
  }
}
