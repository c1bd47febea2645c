// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The dispatcher for results that are read row by row. A result is a {@link Carrier} of its {@link
 * Count}. A result that wraps another shares its count, because in some libraries only one of the
 * two can carry, and in some the outer one tells that it moves on and only the inner one that it is
 * closed. As soon as the outer one moves, the inner one's moves do not count. Of several that one
 * is made of, only the last may count.
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
    Calls calls = Probes.mark(probe);
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
        Count inner = calls.count;
        boolean wraps = inner != null && outermost != null;
        Count count = wraps ? inner : (Count) Probes.probe(probe).prepare(operation);
        if (inner != null && !wraps) {
          inner.over = true;
        }
        if (count != null) {
          count.outer = result;
          calls.count = count;
          ((Carrier) result).sidelight$state(count);
        }
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

  /**
   * {@code result} is about to move on.
   *
   * @return how many rows were read of it; negative if nobody counts
   */
  public static long read(Object result) {
    Count count = count(result);
    if (count == null || (count.outerTells && count.outer != result)) {
      return -1;
    }
    if (!count.outerTells && count.outer == result) {
      count.outerTells = true;
      count.rows = 0; // what the inner one was read ahead
    }
    return count.rows;
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

  /** What {@code result} counts with; null if it does not, or no more. */
  private static @Nullable Count count(Object result) {
    Object state = Probes.state(result);
    return state instanceof Count && !((Count) state).over ? (Count) state : null;
  }

  /** The rows of one result, as the result carries them. */
  public abstract static class Count {

    long rows;
    boolean over;

    /** The outermost result that carries this. */
    @Nullable Object outer;

    boolean outerTells;

    /** For the implementation in the agent loader. */
    protected Count() {}

    /** So many rows were read. */
    protected abstract void end(long number);
  }
}
