// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.HealthCheck;
import io.sidelight.spi.HealthResult;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether one pool can give what it is there for. While the application gets answers through it,
 * nobody asks; an exhausted one is never asked, as that would take from the application what it
 * lacks already.
 */
final class PoolHealth extends HealthCheck {

  private final ConnectionPool pool;
  private final WeakReference<Object> source;
  private final Question question;
  private final boolean active;
  private final long intervalNanos;

  /** Whether the agent itself may be waiting for a connection. */
  private volatile boolean asking;

  /** Since when there is none left and somebody waits; 0 if not. */
  private volatile long exhaustedSince;

  PoolHealth(
      ConnectionPool pool, Object source, Question question, boolean active, long intervalNanos) {
    this.pool = pool;
    this.source = new WeakReference<>(source);
    this.question = question;
    this.active = active;
    this.intervalNanos = intervalNanos;
  }

  boolean isOf(@Nullable ConnectionPool other) {
    return pool == other;
  }

  boolean isGone() {
    return source.get() == null;
  }

  boolean isKind(int kind) {
    return pool.kind() == kind;
  }

  @Override
  public String name() {
    return pool.name();
  }

  @Override
  public long provedNanos() {
    return pool.workedNanos();
  }

  @Override
  public HealthResult look() {
    Object asked = source.get();
    if (asked == null) {
      return HealthResult.busy("closed");
    }
    if (!pool.isUsed()) {
      // It may still be under construction, and some would be built a second time if asked.
      return HealthResult.busy("not used yet");
    }
    Map<String, Object> details = new LinkedHashMap<>();
    String product = pool.product();
    if (product != null) {
      details.put("product", product);
    }
    double used = value(PoolValue.ACTIVE, "active", asked, details);
    value(PoolValue.IDLE, "idle", asked, details);
    double max = value(PoolValue.MAX, "max", asked, details);
    double pending = value(PoolValue.PENDING, "pending", asked, details);
    double waiting = asking ? pending - 1 : pending;
    return judge(used, max, waiting).with(details);
  }

  /** What the pool does not tell, perhaps because it has no connection now, is left out. */
  private double value(PoolValue value, String key, Object asked, Map<String, Object> details) {
    double found;
    try {
      found = pool.value(value, asked);
    } catch (ReflectiveOperationException e) {
      return Double.NaN;
    }
    if (!Double.isNaN(found)) {
      details.put(key, (long) found);
    }
    return found;
  }

  private HealthResult judge(double used, double max, double waiting) {
    boolean exhausted = max > 0 && used >= max && waiting > 0;
    long now = System.nanoTime() | 1;
    if (!exhausted) {
      exhaustedSince = 0;
    } else if (exhaustedSince == 0) {
      exhaustedSince = now;
    }
    if (exhausted && now - exhaustedSince > 2 * intervalNanos) {
      return HealthResult.degraded(
          "exhausted: all " + (long) max + " in use, " + (long) waiting + " waiting");
    }
    // The last one is the application's. Of a pool that has none in use, it may be had.
    boolean scarce = max > 0 && used > 0 && used >= max - 1;
    if (scarce || waiting > 0) {
      return HealthResult.busy((long) used + " of " + (long) max + " in use");
    }
    return active ? HealthResult.healthy() : HealthResult.busy("asked by nobody: health.active");
  }

  @Override
  public HealthResult ask(long timeoutNanos) throws Exception {
    Object asked = source.get();
    if (asked == null) {
      return HealthResult.busy("closed");
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // What the library loads by the thread's loader must be what it would load by its own.
    thread.setContextClassLoader(asked.getClass().getClassLoader());
    asking = true;
    try {
      return question.ask(pool, asked, timeoutNanos);
    } finally {
      asking = false;
      thread.setContextClassLoader(before);
    }
  }
}
