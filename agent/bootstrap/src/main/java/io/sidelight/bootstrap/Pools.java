// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The dispatcher for pools. Woven libraries call {@link #enter} and {@link #exit} around the method
 * in which a caller waits for an item, and tell of the rest as it happens. A pool's object is a
 * {@link Carrier} of its {@link PoolProbe.Lender}, an item's of its {@link PoolProbe.Lease}; what
 * cannot carry is not measured. An item learns whose it is when it is lent for the first time, from
 * the thread that waits for it: that allocates once for each item, not for each time it is lent.
 *
 * <p>No method throws, blocks or, once a pool is known, takes a lock. Safe for many threads.
 */
public final class Pools {

  private Pools() {}

  /**
   * A caller asks {@code pool} for an item.
   *
   * @return the token for {@link #exit}; null if this thread already waits for a pool
   */
  public static @Nullable Calls enter(int domain, Object pool) {
    Calls calls = Calls.current();
    if (calls.started[domain] != 0) {
      return null;
    }
    PoolProbe.Lender known = lender(pool);
    PoolProbe.Lender lender = known == null ? open(domain, pool, pool) : known;
    calls.lender = lender;
    calls.lentNanos = 0;
    if (lender != null) {
      lender.waiting(true);
    }
    // Last, so that whatever failed before leaves no trace.
    calls.started[domain] = System.nanoTime() | 1;
    return calls;
  }

  /**
   * The caller has its item, or not. Woven code calls this after clearing {@link Calls#started}.
   *
   * @param startNanos what {@link Calls#started} held
   * @param item what was lent; may be something that stands for it and carries nothing
   * @param thrown why nothing was lent; null if it was
   */
  public static void exit(
      int domain, Calls calls, long startNanos, @Nullable Object item, @Nullable Throwable thrown) {
    PoolProbe.Lender lender = calls.lender;
    if (lender == null) {
      return;
    }
    calls.lender = null;
    try {
      lender.waiting(false);
      if (thrown == null) {
        calls.served[lender.kind] = lender;
        begin(calls, lender, item);
      }
      boolean known = thrown == null && calls.lentNanos != 0;
      long end = known ? calls.lentNanos : System.nanoTime();
      lender.acquired(end - startNanos, thrown);
    } catch (Throwable e) {
      failed(domain, e);
    }
  }

  /** Somewhere between {@link #enter} and {@link #exit}, this is what is going to be lent. */
  public static void lent(int domain, @Nullable Object item) {
    try {
      Calls calls = Calls.current();
      begin(calls, calls.lender, item);
    } catch (Throwable e) {
      failed(domain, e);
    }
  }

  private static void begin(Calls calls, PoolProbe.@Nullable Lender lender, @Nullable Object item) {
    if (!(item instanceof Carrier)) {
      return;
    }
    if (calls.reading) {
      return; // the agent's own use of an item is nobody's
    }
    Object state = ((Carrier) item).sidelight$state();
    if (state == null && lender != null) {
      state = lender.lease();
      ((Carrier) item).sidelight$state(state);
    }
    if (state instanceof PoolProbe.Lease) {
      calls.lentNanos = System.nanoTime() | 1;
      ((PoolProbe.Lease) state).begin(calls.lentNanos);
    }
  }

  /** An item is back in its pool, or will never be. */
  public static void returned(int domain, @Nullable Object item) {
    try {
      Object state = Probes.state(item);
      if (state instanceof PoolProbe.Lease) {
        ((PoolProbe.Lease) state).end();
      }
    } catch (Throwable e) {
      failed(domain, e);
    }
  }

  /** Something that came from a pool is back in it, where items carry no lease. */
  public static void returnedTo(int domain, Object pool) {
    PoolProbe.Lender lender = lender(pool);
    if (lender != null) {
      lender.servesNoLonger(Calls.current());
    }
  }

  /**
   * What a pool of that kind has lent to this thread has just done its work. Proves that what is
   * behind the pool works.
   *
   * @param kind e.g. {@link PoolProbe#DATABASE}
   */
  public static void worked(int kind) {
    PoolProbe.Lender lender = Calls.current().served[kind];
    if (lender != null) {
      lender.worked();
    }
  }

  /**
   * A pool, or a client, has a connection that threads share.
   *
   * @param connection if it carries nothing, it is not known
   */
  public static void shares(int domain, Object pool, @Nullable Object connection) {
    try {
      PoolProbe.Lender lender = lender(pool);
      if (lender != null && connection instanceof Carrier && Probes.state(connection) == null) {
        PoolProbe.Shared shared = new PoolProbe.Shared(lender);
        ((Carrier) connection).sidelight$state(shared);
        lender.shares(connection);
      }
    } catch (Throwable e) {
      failed(domain, e);
    }
  }

  /** Something goes through a connection that may be shared. */
  public static void through(@Nullable Object user, Object connection) {
    Object shared = Probes.state(connection);
    if (user instanceof PoolProbe.User && shared instanceof PoolProbe.Shared) {
      ((PoolProbe.User) user).through((PoolProbe.Shared) shared);
    }
  }

  /** Whoever asks something on that connection may wait for long, or disturb. */
  public static void occupied(Object connection) {
    Object shared = Probes.state(connection);
    if (shared instanceof PoolProbe.Shared) {
      ((PoolProbe.Shared) shared).occupy();
    }
  }

  /**
   * A pool, or a part of one, has made an item.
   *
   * @param startNanos {@link System#nanoTime} when it began to
   * @param pool if it carries nothing, the pool that this thread waits for counts
   */
  public static void created(int domain, long startNanos, @Nullable Object pool) {
    try {
      PoolProbe.Lender known = lender(pool);
      PoolProbe.Lender lender = known == null ? Calls.current().lender : known;
      if (lender != null) {
        lender.created(System.nanoTime() - startNanos);
      }
    } catch (Throwable e) {
      failed(domain, e);
    }
  }

  /**
   * A pool is open, perhaps again.
   *
   * @param source the object that can be asked about it; often {@code pool} itself
   */
  public static void opened(int domain, Object pool, @Nullable Object source) {
    PoolProbe.Lender known = lender(pool);
    if (known == null || !known.isOpen()) {
      PoolProbe.Lender ignored = open(domain, pool, source);
    }
  }

  /** A pool is closed. */
  public static void closed(int domain, Object pool) {
    try {
      PoolProbe.Lender known = lender(pool);
      if (known != null) {
        known.close();
      }
    } catch (Throwable e) {
      failed(domain, e);
    }
  }

  /**
   * What {@code part} creates counts for the pool it belongs to.
   *
   * @param pool that pool; null if it is the one that this thread waits for
   */
  public static void belongs(int domain, @Nullable Object part, @Nullable Object pool) {
    if (!(part instanceof Carrier)) {
      return;
    }
    PoolProbe.Lender lender = pool == null ? Calls.current().lender : lender(pool);
    if (lender == null && pool != null) {
      lender = open(domain, pool, pool);
    }
    if (lender != null) {
      ((Carrier) part).sidelight$state(lender);
    }
  }

  private static PoolProbe.@Nullable Lender lender(@Nullable Object pool) {
    Object state = Probes.state(pool);
    return state instanceof PoolProbe.Lender ? (PoolProbe.Lender) state : null;
  }

  private static PoolProbe.@Nullable Lender open(int domain, Object pool, @Nullable Object source) {
    if (!(pool instanceof Carrier) || source == null) {
      return null;
    }
    try {
      PoolProbe.Lender lender = ((PoolProbe) Probes.probe(domain)).open(source);
      ((Carrier) pool).sidelight$state(lender);
      return lender;
    } catch (Throwable e) {
      failed(domain, e);
      return null;
    }
  }

  private static void failed(int domain, Throwable error) {
    Probes.failed(Probes.probe(domain), error);
  }
}
