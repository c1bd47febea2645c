// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.bootstrap.PoolProbe;
import io.sidelight.spi.Meters;
import io.sidelight.spi.WatchedObjects;

/**
 * How many connections of a pool are held for longer than the leak threshold. Where the stacks of
 * borrowers are kept, says once for each place in the code who does it.
 */
final class HeldLong implements WatchedObjects.Fact<ConnectionPool> {

  private static final String OWN = "io.sidelight.bootstrap.";
  private static final int MAX_FRAMES = 30;

  private final long thresholdNanos;
  private final Meters meters;

  HeldLong(long thresholdNanos, Meters meters) {
    this.thresholdNanos = thresholdNanos;
    this.meters = meters;
  }

  @Override
  public double of(ConnectionPool pool, Object source) {
    if (!pool.has(PoolMetrics.DB)) {
      return Double.NaN;
    }
    int held = 0;
    long now = System.nanoTime();
    for (PoolProbe.Lease lease : pool.leases()) {
      Throwable borrower = lease.borrower();
      long since = lease.since();
      if (since != 0 && now - since >= thresholdNanos) {
        held++;
        if (borrower != null) {
          meters.problem(
              "a connection of the pool "
                  + pool.name()
                  + " is held for longer than db.leak-threshold; it was borrowed"
                  + stack(borrower));
        }
      }
    }
    return held;
  }

  private static String stack(Throwable borrower) {
    StringBuilder text = new StringBuilder();
    int frames = 0;
    for (StackTraceElement frame : borrower.getStackTrace()) {
      if (!frame.getClassName().startsWith(OWN) && frames++ < MAX_FRAMES) {
        text.append(frames == 1 ? " at " : " < ").append(frame);
      }
    }
    return text.toString();
  }
}
