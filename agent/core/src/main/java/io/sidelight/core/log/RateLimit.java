// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.log;

import java.util.concurrent.atomic.AtomicLong;

/** Admits one message a minute and counts the others. Safe for many threads; no lock. */
final class RateLimit {

  private static final long MINUTE_NANOS = 60L * 1_000_000_000;
  private static final long NEVER = Long.MIN_VALUE;

  private final AtomicLong lastNanos = new AtomicLong(NEVER);
  private final AtomicLong suppressed = new AtomicLong();

  /** How many were left out before this message, which is admitted; -1 if it is left out too. */
  long admit(long nowNanos) {
    long last = lastNanos.get();
    if ((last == NEVER || nowNanos - last >= MINUTE_NANOS)
        && lastNanos.compareAndSet(last, nowNanos)) {
      return suppressed.getAndSet(0);
    }
    suppressed.incrementAndGet();
    return -1;
  }
}
