// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The dispatcher for results that are read row by row. A result is a {@link Carrier} of its {@link
 * Count}. Where a library's result wraps that of another, both may carry, and share one count; so
 * it does not matter which of the two can.
 *
 * <p>No method throws, blocks or takes a lock. A result is read by one thread at a time.
 */
public final class Results {

  private Results() {}

  /**
   * A method that returns a result begins.
   *
   * @return the token for {@link #exit}; null if another one is under way on this thread
   */
  public static @Nullable Calls enter(int probe) {
    Calls calls = Probes.enter(probe);
    if (calls != null) {
      calls.count = null;
    }
    return calls;
  }

  /**
   * The method has returned. Woven code calls this for the outermost one after clearing {@link
   * Calls#started}.
   *
   * @param outermost what {@link #enter} returned
   * @param result what is going to be read; null, or one that cannot carry, does nothing
   * @param operation what {@link CallProbe#prepare} makes a count of
   */
  public static void exit(
      int probe, @Nullable Calls outermost, @Nullable Object result, @Nullable Object operation) {
    try {
      Calls calls = outermost == null ? Calls.current() : outermost;
      if (result instanceof Carrier) {
        if (calls.count == null) {
          calls.count = Probes.probe(probe).prepare(operation);
        }
        ((Carrier) result).sidelight$state(calls.count);
      }
      if (outermost != null) {
        calls.count = null;
      }
    } catch (Throwable e) {
      Probes.failed(Probes.probe(probe), e);
    }
  }

  /** {@code statement} has executed {@code text}, and may be asked for the result. */
  public static void executed(Object statement, @Nullable String text) {
    if (statement instanceof Carrier) {
      ((Carrier) statement).sidelight$state(text);
    }
  }

  /** Returns how many rows were read of {@code result}; negative if nobody counts. */
  public static long read(Object result) {
    Count count = count(result);
    return count == null ? -1 : count.rows;
  }

  /**
   * {@code result} has moved on. Correct for calls within calls: each sets the number that follows
   * from what it has found before.
   *
   * @param before what {@link #read} returned before
   * @param found whether there was one more row; the result is over if not
   */
  public static void moved(int probe, Object result, long before, boolean found) {
    Count count = before < 0 ? null : count(result);
    if (count != null && found) {
      count.rows = before + 1;
    } else if (count != null) {
      over(probe, result);
    }
  }

  /** Nothing more is read of {@code result}; only the first call for a result counts. */
  public static void over(int probe, Object result) {
    Count count = count(result);
    if (count != null) {
      count.over = true;
      try {
        count.end(count.rows);
      } catch (Throwable e) {
        Probes.failed(Probes.probe(probe), e);
      }
    }
  }

  private static @Nullable Count count(Object result) {
    Object state = Probes.state(result);
    return state instanceof Count && !((Count) state).over ? (Count) state : null;
  }

  /** The rows of one result, as the result carries them. */
  public abstract static class Count {

    long rows;
    boolean over;

    /** For the implementation in the agent loader. */
    protected Count() {}

    /** So many rows were read. */
    protected abstract void end(long number);
  }
}
