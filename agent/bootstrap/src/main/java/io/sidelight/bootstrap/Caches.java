// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The dispatcher for caches. A cache is a {@link Carrier} of its {@link CacheProbe.Lookups}; one
 * that carries none is not measured. There is no clock here: a look-up may take a few nanoseconds.
 *
 * <p>A cache in front of others, such as Spring's, counts for them: either they take its name and
 * go on counting, or it counts itself, between {@link #enter} and {@link #lookedUp}, and what is
 * below does not.
 *
 * <p>No method throws, blocks or, once a cache is known, takes a lock. Safe for many threads.
 */
public final class Caches {

  private static final int NONE = -1;

  /** For {@link Calls#quiet}. */
  static final int NOTHING = 0;

  private static final int FIRST_HIT = 1;
  private static final int ALL = 2;

  /**
   * The domain, if any of its caches counts for those below it. Not volatile: a thread that learns
   * it late counts a look-up in both places, once.
   */
  private static int layered = NONE;

  private Caches() {}

  /**
   * A cache is there. Does nothing for one that is known.
   *
   * @param cache one that cannot carry, or null, is ignored
   * @param name the name that it was given; null if it has none, or tells it itself
   */
  public static void opened(int domain, @Nullable Object cache, @Nullable String name) {
    if (cache instanceof Carrier && ((Carrier) cache).sidelight$state() == null) {
      CacheProbe.Lookups ignored = open(domain, (Carrier) cache, name);
    }
  }

  private static CacheProbe.@Nullable Lookups open(
      int domain, Carrier cache, @Nullable String name) {
    try {
      CacheProbe.Lookups lookups = ((CacheProbe) Probes.probe(domain)).open(cache, name);
      cache.sidelight$state(lookups);
      return lookups;
    } catch (Throwable e) {
      failed(domain, e);
      return null;
    }
  }

  /**
   * A cache that may stand for others is asked.
   *
   * @return the token to end it with, as that of {@link Probes#mark}; null if others count
   */
  public static @Nullable Calls enter(int domain, Object cache) {
    if (!(cache instanceof Carrier)) {
      return null;
    }
    Object state = ((Carrier) cache).sidelight$state();
    CacheProbe.Lookups lookups =
        state == null ? open(domain, (Carrier) cache, null) : (CacheProbe.Lookups) state;
    if (lookups == null || lookups.delegates()) {
      return null;
    }
    if (layered != domain) {
      layered = domain;
    }
    return Probes.mark(domain);
  }

  /**
   * Whether this thread asks a cache that counts for whatever is below it, such as a store that is
   * no cache itself.
   */
  public static boolean areAsked() {
    int domain = layered;
    return domain != NONE && Calls.current().started[domain] != 0;
  }

  /**
   * A look-up has ended.
   *
   * @param found whether there was a value
   * @param thrown with which nothing is counted
   */
  public static void lookedUp(int domain, Object cache, boolean found, @Nullable Throwable thrown) {
    if (thrown == null) {
      lookedUp(domain, cache, found ? 1 : 0, found ? 0 : 1);
    }
  }

  /** So many look-ups found a value, so many did not. */
  public static void lookedUp(int domain, Object cache, int hits, int misses) {
    CacheProbe.Lookups lookups = lookups(domain, cache);
    if (lookups != null) {
      try {
        lookups.counted(hits, misses);
      } catch (Throwable e) {
        failed(domain, e);
      }
    }
  }

  /**
   * A cache of futures is asked for one, and tells the look-up as quiet if it looks before it
   * loads; if it finds nothing, it looks again as it loads, and tells that aloud.
   *
   * @return on which to clear {@link Calls#quiet} at the end
   */
  public static Calls countingFirstHit() {
    return counting(FIRST_HIT);
  }

  /** As {@link #countingFirstHit}, of what tells all its look-ups as quiet and counts them. */
  public static Calls countingAll() {
    return counting(ALL);
  }

  private static Calls counting(int what) {
    Calls calls = Calls.current();
    calls.quiet = what;
    return calls;
  }

  /**
   * A look-up that the cache does not count itself has ended: only if what calls the cache counts
   * it, it counts.
   */
  public static void lookedUpQuietly(
      int domain, Object cache, boolean found, @Nullable Throwable thrown) {
    Calls calls = Calls.current();
    int counts = calls.quiet;
    if (counts == NOTHING) {
      return;
    }
    if (counts == FIRST_HIT) {
      calls.quiet = NOTHING; // what loads may look up in turn
    }
    if (found || counts == ALL) {
      lookedUp(domain, cache, found, thrown);
    }
  }

  /** As {@link CacheProbe.Lookups#countedAll(Object, int)}; null for {@code keys} does nothing. */
  public static void lookedUpAll(int domain, Object cache, @Nullable Object keys, int hits) {
    CacheProbe.Lookups lookups = lookups(domain, cache);
    if (lookups != null && keys != null) {
      try {
        lookups.countedAll(keys, hits);
      } catch (Throwable e) {
        failed(domain, e);
      }
    }
  }

  /** As {@link CacheProbe.Lookups#countedAll(Object, Object)}; null for either does nothing. */
  public static void lookedUpAll(
      int domain, Object cache, @Nullable Object keys, @Nullable Object values) {
    CacheProbe.Lookups lookups = lookups(domain, cache);
    if (lookups != null && keys != null && values != null) {
      try {
        lookups.countedAll(keys, values);
      } catch (Throwable e) {
        failed(domain, e);
      }
    }
  }

  /**
   * A look-up that may load has ended: a miss if this thread has loaded since, or waited for
   * another's load; else a hit if there is a value.
   *
   * @param before what {@link #loads} was at its begin
   */
  public static void gotOrLoaded(int domain, Object cache, int before, @Nullable Object value) {
    if (Calls.current().loads != before) {
      lookedUp(domain, cache, 0, 1);
    } else if (value != null) {
      lookedUp(domain, cache, 1, 0);
    }
  }

  /** The look-up that this thread makes has to load its value, or to wait for another's load. */
  public static void missed() {
    Calls.current().missed = true;
  }

  /**
   * As {@link #gotOrLoaded(int, Object, int, Object)}, where {@link #missed} is told as the last
   * thing before the look-up ends: one look at the thread's state instead of two.
   *
   * @param counts whether the look-up is to be counted
   */
  public static void gotOrMissed(int domain, Object cache, boolean counts, @Nullable Object value) {
    Calls calls = Calls.current();
    boolean missed = calls.missed;
    if (missed) {
      calls.missed = false;
    }
    if (counts && (missed || value != null)) {
      lookedUp(domain, cache, missed ? 0 : 1, missed ? 1 : 0);
    }
  }

  /**
   * Many keys were looked up, and those that were not there loaded, in ways that count as misses.
   *
   * @param before what {@link #loads} was at its begin
   * @param values for how many keys there is a value now
   */
  public static void gotOrLoadedAll(int domain, Object cache, int before, int values) {
    int loaded = Calls.current().loads - before;
    lookedUp(domain, cache, Math.max(0, values - loaded), 0);
  }

  /** How many values this thread has loaded; only a difference means something. */
  public static int loads() {
    return Calls.current().loads;
  }

  /**
   * A load has ended, well or not. Whatever was loaded within it does not matter to who looked up.
   *
   * @param before what {@link #loads} was at its begin
   * @param keys how many values it was for
   */
  public static void loaded(int before, int keys) {
    Calls.current().loads = before + keys;
  }

  /** A cache has dropped an entry on its own: for want of room, by age, or with its references. */
  public static void evicted(int domain, Object cache) {
    Calls.current().evictions++;
    count(domain, cache);
  }

  /** How many evictions {@link #evicted(int, Object)} was told of; only a difference matters. */
  public static int evictions() {
    return Calls.current().evictions;
  }

  /**
   * As {@link #evicted(int, Object)}, unless it was told already of the one that ends here.
   *
   * @param before what {@link #evictions} was at its begin
   */
  public static void evicted(int domain, Object cache, int before) {
    if (Calls.current().evictions == before) {
      count(domain, cache);
    }
  }

  private static void count(int domain, Object cache) {
    Object state = Probes.state(cache);
    if (state instanceof CacheProbe.Lookups) {
      try {
        ((CacheProbe.Lookups) state).evicted();
      } catch (Throwable e) {
        failed(domain, e);
      }
    }
  }

  /** What the cache counts with; null if it does not, or one above counts for it now. */
  private static CacheProbe.@Nullable Lookups lookups(int domain, Object cache) {
    Object state = Probes.state(cache);
    if (!(state instanceof CacheProbe.Lookups)
        || (layered == domain && Calls.current().started[domain] != 0)) {
      return null;
    }
    return (CacheProbe.Lookups) state;
  }

  private static void failed(int domain, Throwable error) {
    Probes.failed(Probes.probe(domain), error);
  }
}
