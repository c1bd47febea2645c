// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

/** The clocks, replaced in tests. */
class Ticker {

  /** As {@link System#nanoTime}. */
  long nanos() {
    return System.nanoTime();
  }

  /** As {@link System#currentTimeMillis}. */
  long millis() {
    return System.currentTimeMillis();
  }
}
