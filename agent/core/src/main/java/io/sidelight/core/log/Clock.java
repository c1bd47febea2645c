// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.log;

/** The time, which tests replace. */
class Clock {

  /** Only for differences. */
  long nanos() {
    return System.nanoTime();
  }

  /** Since 1970. */
  long millis() {
    return System.currentTimeMillis();
  }
}
