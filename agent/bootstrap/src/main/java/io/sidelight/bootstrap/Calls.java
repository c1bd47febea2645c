// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What one thread measures at this moment: at most one call of each domain (HTTP, database, Redis,
 * …), the outermost. There is one instance per thread and it is the token of a synchronous call, so
 * that a call allocates nothing.
 *
 * <p>Woven code reads and clears {@link #started} itself, with plain array instructions: clearing
 * must succeed even where the stack is too short for one more call, or the thread would look busy
 * for ever after a {@link StackOverflowError}.
 *
 * <p>Used by its own thread only.
 */
public final class Calls {

  /** How many domains there can be; a domain's probe id is its index. */
  public static final int DOMAINS = 16;

  private static final ThreadLocal<Calls> CURRENT =
      new ThreadLocal<Calls>() {
        @Override
        protected Calls initialValue() {
          return new Calls();
        }
      };

  /** {@link System#nanoTime} at which the call of a domain began; 0 if there is none. */
  public final long[] started = new long[DOMAINS];

  /**
   * What the log-in that this thread works on goes through: the name of a class, which tells its
   * kind, or of the kind itself; null if nobody says. Woven code clears it.
   */
  public @Nullable String login;

  /** As {@link #login}, of what has refused that log-in last; null if none has that says so. */
  public @Nullable String refusal;

  /** The container's object for the HTTP request that this thread serves; null if none. */
  @Nullable Object request;

  /** The route of that request, as soon as it is known. */
  @Nullable String route;

  /**
   * What the probe makes of what left a servlet or filter of that request last; null if nothing
   * did.
   */
  @Nullable Object thrown;

  /** Whether something left one when the response could not become another any more. */
  boolean thrownLate;

  /** When that request began, as in {@link #started}; tells it from the next with its object. */
  long requestStart;

  /**
   * The user that was told of last, by his identity hash, and the {@link #requestStart} of then.
   */
  int user;

  /** See {@link #user}. */
  long userSince;

  /** Database statements of that request on this thread, where its object carries no number. */
  int statements;

  /** The pool that this thread waits for to lend something; null if none. */
  PoolProbe.@Nullable Lender lender;

  /** What counts the rows of the result that this thread is about to get; null if none. */
  Results.@Nullable Count count;

  /** When that pool lent it; 0 if it has not. Spares a second look at the clock. */
  long lentNanos;

  /** Values that this thread has loaded into caches; goes back when a load within a load ends. */
  int loads;

  /** Whether the look-up that this thread makes has not found its value; until it ends. */
  boolean missed;

  /**
   * What counts of the look-ups that a cache tells as quiet: {@link Caches#NOTHING}, the first if
   * it is a hit, or each of them. Woven code clears it.
   */
  public int quiet;

  /** Entries that caches have dropped on this thread. */
  int evictions;

  /**
   * Of each kind of pool, such as {@link PoolProbe#DATABASE}, the one that lent this thread what it
   * uses; null if none.
   */
  final PoolProbe.@Nullable Lender[] served = new PoolProbe.Lender[PoolProbe.KINDS];

  /**
   * Whether what this thread does is not the application's: a probe reads something from its
   * objects, or it is a thread of the agent.
   */
  boolean reading;

  private Calls() {}

  static Calls current() {
    return CURRENT.get();
  }
}
