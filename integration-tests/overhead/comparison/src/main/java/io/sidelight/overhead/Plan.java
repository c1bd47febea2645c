// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead;

/**
 * How much is measured.
 *
 * @param rounds how often each variant takes its turn; 5 by default, 1 for a first look
 * @param quick whether to shorten everything: shows that it works, the figures mean little
 */
public record Plan(int rounds, boolean quick) {

  /** {@code seconds}, or a fraction of it for a first look. */
  public int seconds(int seconds) {
    return quick ? Math.max(1, seconds / 5) : seconds;
  }
}
