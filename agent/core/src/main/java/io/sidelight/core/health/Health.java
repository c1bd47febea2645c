// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of the application's health and the agent's own. Created in {@code premain}; no
 * method blocks or throws. Safe for many threads.
 *
 * <p>Nothing here can make the application look dead: {@code /health/live} needs no state at all.
 */
public final class Health {

  /** An application without servlets counts as started that long after its main class loaded. */
  private static final long WITHOUT_SERVLETS_NANOS = 5_000_000_000L;

  /**
   * The longest that {@link #servletApiSeen} holds the start up: an application may load the API
   * and yet serve with something that is not woven, or not serve at all.
   */
  private static final long WITH_SERVLETS_NANOS = 120_000_000_000L;

  private static final int MAX_REASONS = 20;

  private final Ticker ticker;
  private final long beginNanos;
  private final Set<String> reasons = ConcurrentHashMap.newKeySet();
  private volatile long mainNanos;
  private volatile boolean mainEntered;
  private volatile boolean servletApiSeen;
  private volatile boolean serving;
  private volatile boolean shuttingDown;

  /** Time counts from now on. */
  public Health() {
    this(new Ticker());
  }

  Health(Ticker ticker) {
    this.ticker = ticker;
    this.beginNanos = ticker.nanos();
  }

  /** The application's main class has loaded. */
  public void mainEntered() {
    mainNanos = ticker.nanos();
    mainEntered = true;
  }

  /** The application loads the servlet API, so it will say when it is {@link #serving}. */
  public void servletApiSeen() {
    servletApiSeen = true;
  }

  /** A server of the application accepts requests. */
  public void serving() {
    serving = true;
  }

  /** The JVM is about to end. */
  public void shuttingDown() {
    shuttingDown = true;
  }

  /**
   * Sidelight does not do all that it should.
   *
   * @param reason for people, without data of the application; of the reasons only the first few
   *     are kept
   */
  public void degraded(String reason) {
    if (reasons.size() < MAX_REASONS) {
      reasons.add(reason);
    }
  }

  /**
   * Makes {@link #shuttingDown} happen as soon as the JVM begins to end. The hook does nothing
   * else: hooks run side by side, and it must not delay the application's own.
   */
  public void watchShutdown() {
    Thread hook =
        new Thread("sidelight-shutdown") {
          @Override
          public void run() {
            shuttingDown();
          }
        };
    hook.setContextClassLoader(null);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      shuttingDown();
    } catch (SecurityException e) {
      degraded("the application's security manager forbids shutdown hooks");
    }
  }

  /** Whether the application has come up. */
  boolean isStarted() {
    if (serving || !mainEntered) {
      return serving;
    }
    long longest = servletApiSeen ? WITH_SERVLETS_NANOS : WITHOUT_SERVLETS_NANOS;
    return ticker.nanos() - mainNanos >= longest;
  }

  /** Whether the JVM is about to end. */
  boolean isShuttingDown() {
    return shuttingDown;
  }

  /** Why the application should get no traffic now; empty if it should. */
  List<String> notReady() {
    if (shuttingDown) {
      return singletonList("shutting_down");
    }
    return isStarted() ? emptyList() : singletonList("starting");
  }

  /** Why Sidelight is degraded; empty if it is not. */
  List<String> degradations() {
    List<String> sorted = new ArrayList<>(reasons);
    sorted.sort(null);
    return sorted;
  }

  long uptimeSeconds() {
    return (ticker.nanos() - beginNanos) / 1_000_000_000L;
  }

  long nowMillis() {
    return ticker.millis();
  }
}
