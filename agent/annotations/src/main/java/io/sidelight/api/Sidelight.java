// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.api;

/**
 * Makes metrics of an application's own. Keep what is made in a static final field.
 *
 * <pre>{@code
 * private static final Counter ORDERS =
 *     Sidelight.counter("orders_placed", "Orders placed", "channel");
 *
 * ORDERS.increment("web");
 * }</pre>
 *
 * shows
 *
 * <pre>{@code
 * # HELP orders_placed_total Orders placed
 * # TYPE orders_placed_total counter
 * orders_placed_total{channel="web"} 1.0
 * }</pre>
 *
 * <p>A metric made twice, by other classes or by another application in the same JVM, is the same
 * metric, if kind and labels are; then the first description counts. A name is in snake case, of
 * letters, digits and {@code _}, and none of a built-in metric; dots become {@code _}. A label has
 * a limited number of values; further ones count as {@code other}.
 *
 * <p>Nothing here throws for what is asked: a metric that cannot be, e.g. because its name is
 * taken, records nothing, and the agent says so in one line. Without the agent nothing is recorded
 * or said. Safe for many threads.
 */
public final class Sidelight {

  private Sidelight() {}

  /**
   * A counter.
   *
   * @param name with or without {@code _total}
   * @param description one sentence for operators
   * @param labelNames in the order in which values are given
   */
  public static Counter counter(String name, String description, String... labelNames) {
    return new Counter();
  }

  /**
   * A timer, exposed as a histogram in seconds.
   *
   * @param name with or without {@code _seconds}
   * @param description one sentence for operators
   * @param labelNames in the order in which values are given
   */
  public static Timer timer(String name, String description, String... labelNames) {
    return new Timer();
  }

  /**
   * A gauge, which is not there before it is set for the first time.
   *
   * @param name with its unit, e.g. {@code queue_size_bytes}
   * @param description one sentence for operators
   * @param labelNames in the order in which values are given
   */
  public static Gauge gauge(String name, String description, String... labelNames) {
    return new Gauge();
  }

  /**
   * Counts a look-up in a cache that the agent does not know itself, in {@code cache_hits_total} or
   * {@code cache_misses_total}, beside those of the caches that it knows.
   *
   * @param type what the cache is: {@code memory}, {@code disk}, {@code http}, {@code database},
   *     {@code memcached}, {@code redis}, or a library that the agent knows; else {@code other}
   * @param name the cache's name
   * @param hit whether it had what was looked for
   */
  public static void recordCacheAccess(String type, String name, boolean hit) {
    (hit ? CacheAccesses.HITS : CacheAccesses.MISSES).increment(type, name);
  }

  /**
   * Counts an attempt to log in that the agent does not see itself, in {@code auth_attempts_total}.
   *
   * @param type how: {@code password}, {@code form}, {@code basic}, {@code digest}, {@code bearer},
   *     {@code jwt}, {@code api_key}, {@code oauth2}, {@code saml}, {@code ldap}, {@code session},
   *     {@code remember_me} or {@code certificate}; else {@code other}
   * @param success whether it was granted
   */
  public static void recordAuthAttempt(String type, boolean success) {
    LogIns.ATTEMPTS.increment(type, success ? "success" : "failure");
  }

  /** A counter that the agent declares itself. */
  static Counter builtIn(String name) {
    return new Counter();
  }

  /** Made when the first is recorded. */
  private static final class CacheAccesses {
    static final Counter HITS = builtIn("cache_hits_total");
    static final Counter MISSES = builtIn("cache_misses_total");
  }

  /** Made when the first is recorded. */
  private static final class LogIns {
    static final Counter ATTEMPTS = builtIn("auth_attempts_total");
  }
}
