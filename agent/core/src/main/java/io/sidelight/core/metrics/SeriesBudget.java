// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import java.util.concurrent.atomic.AtomicInteger;

/** How many time series there are, as Prometheus counts them, and how many there may be. */
final class SeriesBudget {

  private final int max;
  private final AtomicInteger used = new AtomicInteger();

  SeriesBudget(int max) {
    this.max = max;
  }

  boolean take(int amount) {
    while (true) {
      int before = used.get();
      if (before + amount > max) {
        return false;
      }
      if (used.compareAndSet(before, before + amount)) {
        return true;
      }
    }
  }

  /** For the series that catch what finds no place: a total must never lose anything. */
  void takeAnyway(int amount) {
    used.addAndGet(amount);
  }

  void giveBack(int amount) {
    used.addAndGet(-amount);
  }

  int used() {
    return used.get();
  }
}
