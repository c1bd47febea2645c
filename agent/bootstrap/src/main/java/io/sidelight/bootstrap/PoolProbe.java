// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Measures pools, for example of database connections. Woven code reaches it through {@link Pools},
 * which is where exceptions stop.
 *
 * <p>Safe for many threads. Keeps neither pools nor what they lend from being collected.
 */
public abstract class PoolProbe extends CallProbe {

  /** A kind of pool: what it lends are connections to databases. */
  public static final int DATABASE = 0;

  /** A kind of pool: what it lends are connections to Redis. */
  public static final int REDIS = 1;

  static final int KINDS = 2;

  /** For the implementation in the agent loader. */
  protected PoolProbe() {}

  /**
   * A pool exists. Asked again for a pool that is open, it returns the same lender; for one that
   * was closed, that one opens again.
   *
   * @param source the object that can be asked about the pool, compared by identity
   */
  protected abstract Lender open(Object source);

  @Override
  public final void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    throw new UnsupportedOperationException("pools are measured through Pools");
  }

  /** One pool, as the object of the library carries it. */
  public abstract static class Lender {

    final int kind;

    /** Whether something has worked since {@link #workedNanos} was asked last. */
    private volatile boolean worked;

    private volatile long workedNanos;

    /**
     * For the implementation in the agent loader.
     *
     * @param kind e.g. {@link PoolProbe#DATABASE}
     */
    protected Lender(int kind) {
      this.kind = kind;
    }

    /** What it lent has done its work. Nearly always only a look: this is called for each query. */
    public final void worked() {
      if (!worked) {
        worked = true;
      }
    }

    /**
     * When what it lent has done its work last, or a little later: asking is what fixes the time.
     *
     * @return as {@link System#nanoTime}, never 0; 0 if it never has
     */
    public final long workedNanos() {
      if (worked) {
        worked = false;
        workedNanos = System.nanoTime() | 1;
      }
      return workedNanos;
    }

    final void servesNoLonger(Calls calls) {
      if (calls.served[kind] == this) {
        calls.served[kind] = null;
      }
    }

    /** It has a connection that threads share. */
    protected void shares(Object connection) {}

    /** Whether the pool has not been closed. */
    protected abstract boolean isOpen();

    /** The pool is closed. */
    protected abstract void close();

    /** A thread begins to wait, or ends to. */
    protected abstract void waiting(boolean begins);

    /**
     * A thread has asked for an item.
     *
     * @param nanos how long it took to get it, or not
     * @param thrown why there is none; null if it was lent
     */
    protected abstract void acquired(long nanos, @Nullable Throwable thrown);

    /** The pool has made an item, e.g. opened a connection, in so many nanoseconds. */
    protected abstract void created(long nanos);

    /** An item is back, after so many nanoseconds. */
    protected abstract void used(long nanos);

    /** The pool has an item that was never lent before. */
    protected abstract Lease lease();
  }

  /** Something that goes through a connection, such as a command, as an object carries it. */
  public interface User {

    /** It goes through this one. */
    void through(Shared connection);
  }

  /** A connection that threads share, as the connection carries it. */
  public static final class Shared {

    private final Lender lender;
    private volatile boolean occupied;

    Shared(Lender lender) {
      this.lender = lender;
    }

    /** Whose it is. */
    public Lender lender() {
      return lender;
    }

    /** From now on it may be kept waiting, or be in a state that others must not disturb. */
    public void occupy() {
      if (!occupied) {
        occupied = true;
      }
    }

    /** Whether it may be. */
    public boolean isOccupied() {
      return occupied;
    }
  }

  /** One item of a pool, as the item carries it while it lives, lent or not. */
  public static final class Lease {

    private final Lender lender;
    private final boolean tracesBorrower;

    /** Others may read an earlier value for a moment, which is cheaper than a barrier. */
    private static final AtomicLongFieldUpdater<Lease> SINCE =
        AtomicLongFieldUpdater.newUpdater(Lease.class, "since");

    private volatile long since;
    private volatile @Nullable Throwable borrower;

    /**
     * An item that is in the pool.
     *
     * @param tracesBorrower whether to keep the stack of who borrows it, which is not cheap
     */
    public Lease(Lender lender, boolean tracesBorrower) {
      this.lender = lender;
      this.tracesBorrower = tracesBorrower;
    }

    /** {@link System#nanoTime} at which it was lent; 0 while it is in the pool. */
    public long since() {
      return since;
    }

    /** The stack of who borrowed it; null if it is in the pool, or that is not kept. */
    public @Nullable Throwable borrower() {
      return borrower;
    }

    void begin(long now) {
      if (tracesBorrower) {
        borrower = new Throwable("borrowed here");
      }
      SINCE.lazySet(this, now);
    }

    /** Only the first of several calls counts: a library may take an item back in many ways. */
    void end() {
      long start = since;
      if (start != 0) {
        SINCE.lazySet(this, 0);
        if (tracesBorrower) {
          borrower = null;
        }
        lender.servesNoLonger(Calls.current());
        lender.used(System.nanoTime() - start);
      }
    }
  }
}
