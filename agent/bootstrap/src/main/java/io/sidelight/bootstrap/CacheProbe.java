// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Measures caches. Woven code reaches it through {@link Caches}, which is where exceptions stop.
 *
 * <p>Safe for many threads. Keeps no cache from being collected, and looks at no entry.
 */
public abstract class CacheProbe extends CallProbe {

  /** For the implementation in the agent loader. */
  protected CacheProbe() {}

  /**
   * A cache exists. Asked again for the same cache, it may return another object that counts alike.
   *
   * @param cache compared by identity
   * @param name the name that it was given; null if it has none, or tells it itself
   */
  protected abstract Lookups open(Object cache, @Nullable String name);

  @Override
  public final void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    throw new UnsupportedOperationException("caches are measured through Caches");
  }

  /** What one cache counts, as the object of the library carries it. Allocates nothing. */
  public abstract static class Lookups {

    /** For the implementation in the agent loader. */
    protected Lookups() {}

    /**
     * Whether the cache stands for another one that counts its own look-ups, so that this must not
     * count them again.
     */
    protected abstract boolean delegates();

    /** So many look-ups found a value, so many did not. */
    protected abstract void counted(int hits, int misses);

    /**
     * Values for several keys were looked up at once.
     *
     * @param keys what the caller passed, e.g. a collection
     * @param hits for how many different keys there was a value
     */
    protected abstract void countedAll(Object keys, int hits);

    /**
     * As {@link #countedAll(Object, int)}.
     *
     * @param values a map, in which the keys that are not there may have the value null
     */
    protected abstract void countedAll(Object keys, Object values);

    /** The cache has dropped an entry on its own. */
    protected abstract void evicted();
  }
}
