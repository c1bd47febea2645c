// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The dispatcher that woven code calls. A probe's id is bound into the woven code as a constant.
 *
 * <p>A synchronous call of a <i>domain</i> looks like this, so that it is counted once however deep
 * wrappers nest, and heals whatever fails:
 *
 * <pre>{@code
 * Calls calls = Probes.enter(probe);              // null: nested in a call already measured
 * ...                                             // the library's own code
 * if (calls != null) {
 *   long start = calls.started[probe];
 *   calls.started[probe] = 0;                     // inlined: needs no stack
 *   Probes.end(probe, start, operation, subject, thrown);
 * }
 * }</pre>
 *
 * <p>No method throws, blocks or takes a lock. Safe for many threads.
 */
public final class Probes {

  private static final Object LOCK = new Object();

  private static volatile CallProbe[] probes = new CallProbe[0];

  private Probes() {}

  /**
   * The outermost call of a domain begins on this thread.
   *
   * @return the token to end it with; null if a call of that domain is under way on this thread
   */
  public static @Nullable Calls enter(int domain) {
    Calls calls = Calls.current();
    if (calls.started[domain] != 0) {
      return null;
    }
    // Last, so that whatever failed before leaves no trace. Never 0, which means "none".
    calls.started[domain] = System.nanoTime() | 1;
    return calls;
  }

  /**
   * From here on whatever calls of the domain this thread makes are nested, in one that nobody
   * measures. As {@link #enter} without a look at the clock.
   *
   * @return the token to end it with; null if a call of that domain is under way on this thread
   */
  public static @Nullable Calls mark(int domain) {
    Calls calls = Calls.current();
    if (calls.started[domain] != 0) {
      return null;
    }
    calls.started[domain] = 1;
    return calls;
  }

  /**
   * From here on nothing that this thread does is measured. For threads of the agent that use the
   * application's objects.
   */
  public static void silence() {
    Calls calls = Calls.current();
    calls.reading = true;
    for (int domain = 0; domain < Calls.DOMAINS; domain++) {
      calls.started[domain] = 1;
    }
  }

  /** Whether nothing that this thread does is measured. */
  public static boolean isSilent() {
    return Calls.current().reading;
  }

  /** As {@link CallProbe#end}; errors are swallowed and counted. */
  public static void end(
      int probe,
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    CallProbe target = probes[probe];
    try {
      target.end(startNanos, operation, subject, thrown);
    } catch (Throwable e) {
      failed(target, e);
    }
  }

  /** As {@link CallProbe#endWhenDone}; errors are swallowed and counted. */
  public static void endWhenDone(
      int probe, long startNanos, @Nullable Object operation, @Nullable Object later) {
    CallProbe target = probes[probe];
    try {
      target.endWhenDone(startNanos, operation, later);
    } catch (Throwable e) {
      failed(target, e);
    }
  }

  /**
   * A call begins that its probe wants to know of before it ends.
   *
   * @return its start, never 0; 0 if it must not be measured, because a probe makes it itself while
   *     it looks at the application's objects, or because the probe failed
   */
  public static long begin(int probe) {
    CallProbe target = probes[probe];
    try {
      if (Calls.current().reading) {
        return 0;
      }
      long start = System.nanoTime() | 1;
      // Last, so that whatever failed before leaves no trace.
      target.begin();
      return start;
    } catch (Throwable e) {
      failed(target, e);
      return 0;
    }
  }

  /** As {@link CallProbe#endWith}, for a call that {@link #begin} began; errors are counted. */
  public static void endWith(
      int probe,
      long startNanos,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    CallProbe target = probes[probe];
    Calls calls = Calls.current();
    calls.reading = true;
    try {
      target.endWith(startNanos, self, arguments, result, thrown);
    } catch (Throwable e) {
      failed(target, e);
    } finally {
      calls.reading = false;
    }
  }

  /**
   * As {@link CallProbe#observed}, for a call that {@link #begin} began; errors are counted.
   *
   * @return what the method shall return; {@code result} if there was an error
   */
  public static @Nullable Object observed(
      int probe,
      long startNanos,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object result) {
    CallProbe target = probes[probe];
    Calls calls = Calls.current();
    calls.reading = true;
    try {
      return target.observed(startNanos, self, arguments, result);
    } catch (Throwable e) {
      failed(target, e);
      return result;
    } finally {
      calls.reading = false;
    }
  }

  /**
   * Lets {@code target} carry what the probe makes of {@code value}, where it can carry anything.
   *
   * @param target an object of the library, if woven a {@link Carrier}; may be null
   */
  public static void attach(int probe, @Nullable Object target, @Nullable Object value) {
    if (target instanceof Carrier) {
      CallProbe translator = probes[probe];
      try {
        ((Carrier) target).sidelight$state(translator.prepare(value));
      } catch (Throwable e) {
        failed(translator, e);
      }
    }
  }

  /** Returns what {@code object} carries; null if nothing, or if it cannot carry. */
  public static @Nullable Object state(@Nullable Object object) {
    return object instanceof Carrier ? ((Carrier) object).sidelight$state() : null;
  }

  /**
   * Adds a probe and returns its id. The first {@link Calls#DOMAINS} ids are those of domains,
   * later ones of single methods, which {@link #enter} does not know. Called by the agent, before
   * any code with that id is woven.
   *
   * @throws IllegalStateException if there is no place for one more domain
   */
  public static int add(CallProbe probe, boolean domain) {
    synchronized (LOCK) {
      CallProbe[] old = probes;
      int id = domain ? firstFree(old) : Math.max(Calls.DOMAINS, old.length);
      CallProbe[] grown = new CallProbe[Math.max(old.length, id + 1)];
      System.arraycopy(old, 0, grown, 0, old.length);
      grown[id] = probe;
      probes = grown;
      return id;
    }
  }

  private static int firstFree(CallProbe[] probes) {
    for (int id = 0; id < Calls.DOMAINS; id++) {
      if (id >= probes.length || probes[id] == null) {
        return id;
      }
    }
    throw new IllegalStateException("more than " + Calls.DOMAINS + " domains");
  }

  static CallProbe probe(int id) {
    return probes[id];
  }

  static void failed(CallProbe probe, Throwable error) {
    try {
      probe.failed(error);
    } catch (Throwable ignored) {
      // Nothing is left to try; the application must not notice.
    }
  }
}
