// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import io.sidelight.spi.MetricSource;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many different users sent requests lately. Names are hashed, with a salt that this process
 * has made up, and of the hashes only what a {@link Sketch} keeps is there afterwards. Nothing is
 * exposed before there is a first user. Safe for many threads.
 */
final class ActiveUsers implements MetricSource {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final UserWindow minutes = new UserWindow(30, 10);
  private final UserWindow hour = new UserWindow(300, 12);
  private final UserWindow day = new UserWindow(3600, 24);
  private final long salt = ThreadLocalRandom.current().nextLong();
  private final long startNanos = System.nanoTime();
  private volatile boolean any;

  /** A user sent a request. */
  void seen(String name) {
    long hash = hash(name, salt);
    long now = seconds();
    minutes.add(hash, now);
    hour.add(hash, now);
    day.add(hash, now);
    if (!any) {
      any = true;
    }
  }

  private long seconds() {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }

  @Override
  public void read(Sink sink) {
    if (any) {
      long now = seconds();
      sink.add(minutes.users(now), "5m");
      sink.add(hour.users(now), "1h");
      sink.add(day.users(now), "24h");
    }
  }

  /** FNV-1a over the characters, and MurmurHash3's last step, so that each bit depends on all. */
  static long hash(String name, long salt) {
    long hash = salt ^ 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
