// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import io.sidelight.spi.CacheLookups;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import org.jspecify.annotations.Nullable;

/**
 * What reads of keys with the same prefix record to. Its series begin with the first look-up.
 * Allocates nothing after that. Safe for many threads.
 */
final class KeySeries implements AskedKeys {

  private static final String TYPE = "redis";

  private final Meters meters;
  private final String name;
  private volatile @Nullable Counter hits;
  private volatile @Nullable Counter misses;

  KeySeries(Meters meters, String name) {
    this.meters = meters;
    this.name = name;
  }

  String name() {
    return name;
  }

  void count(long found, long absent) {
    Counter counter = misses;
    if (counter == null) {
      hits = meters.counter(CacheLookups.HITS).series(TYPE, name);
      counter = meters.counter(CacheLookups.MISSES).series(TYPE, name);
      misses = counter; // last: who sees it sees both
    }
    if (absent != 0) {
      counter.add(absent);
    }
    counter = hits;
    if (found != 0 && counter != null) {
      counter.add(found);
    }
  }

  @Override
  public AskedKeys and(KeySeries next, KeySeries other) {
    return new SeveralKeys(other, this, next);
  }

  @Override
  public void value(int index, boolean there) {
    count(there ? 1 : 0, there ? 0 : 1);
  }

  @Override
  public void number(long number) {
    value(0, number > 0);
  }
}
