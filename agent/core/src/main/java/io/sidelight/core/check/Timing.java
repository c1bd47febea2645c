// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import io.sidelight.spi.Settings;

/** When and how often to ask. Immutable. */
final class Timing {

  /** A part that failed for so long is asked less often. */
  private static final long LONG_NANOS = 300_000_000_000L;

  private static final long LONGEST_PAUSE_NANOS = 30_000_000_000L;

  final long intervalNanos;
  final long timeoutNanos;
  final int attempts;
  final long retryDelayNanos;

  Timing(Settings settings) {
    // Of no length at all they would keep a processor busy.
    intervalNanos = Math.max(100_000_000L, settings.nanos("health.interval"));
    timeoutNanos = Math.max(10_000_000L, settings.nanos("health.timeout"));
    attempts = settings.number("health.attempts");
    retryDelayNanos = settings.nanos("health.retry-delay");
  }

  /** How often the background thread wakes up. */
  long tickNanos() {
    return Math.min(intervalNanos, Math.max(100_000_000L, intervalNanos / 10));
  }

  /** How long a check of so many attempts takes at most, if it keeps to its timeout. */
  long budgetNanos(int attempts) {
    return attempts * timeoutNanos + (attempts - 1) * retryDelayNanos;
  }

  /** Knowledge that is older says nothing of the present. */
  long staleNanos() {
    return 3 * intervalNanos;
  }

  /** The pause after a check, a little more or less so that instances do not ask all at once. */
  long pauseNanos(long wanted, long failingForNanos, double random) {
    long pause =
        failingForNanos > LONG_NANOS
            ? Math.max(wanted, Math.min(LONGEST_PAUSE_NANOS, 3 * wanted))
            : wanted;
    return (long) (pause * (0.9 + 0.2 * random));
  }
}
