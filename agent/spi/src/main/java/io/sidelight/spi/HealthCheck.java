// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

/**
 * One thing of the application, or that it depends on, whose health can be told: a pool of
 * connections, an annotated method, the disk. Kept as long as its {@link HealthSource} tells of it.
 *
 * <p>{@link #look} and {@link #ask} run on a thread of the agent on which nothing is measured, one
 * at a time for each check; the others on any thread.
 */
public abstract class HealthCheck {

  /** For implementations. */
  protected HealthCheck() {}

  /** What people know it by; unique among those of its source, and may change. */
  public abstract String name();

  /**
   * When the application itself was served by it last, which spares asking it.
   *
   * @return as {@link System#nanoTime}, never 0; 0 if that is not known, or has not happened
   */
  public long provedNanos() {
    return 0;
  }

  /**
   * What can be told without asking anything remote; by default that there is nothing to tell.
   *
   * @return healthy if it may be asked; degraded, or {@link HealthResult#busy}, if it must not be
   *     asked now
   * @throws Exception if it could not be looked at
   */
  public HealthResult look() throws Exception {
    return HealthResult.healthy();
  }

  /**
   * Asks it, and may block: a thread that comes back late harms only this check.
   *
   * @param timeoutNanos how long it should wait at most, if it can tell that to what it asks
   * @throws Exception if it could not be asked, which makes it unhealthy
   */
  public abstract HealthResult ask(long timeoutNanos) throws Exception;

  /** How often it is asked before it counts as unhealthy; the configured number by default. */
  public int attempts(int configured) {
    return configured;
  }

  /**
   * How long it is left alone at first; by default not at all.
   *
   * @param configured the interval for all
   */
  public long settleNanos(long configured) {
    return 0;
  }

  /**
   * How long it is left alone after it was looked at.
   *
   * @param configured the interval for all
   * @param failing whether it is unhealthy
   */
  public long pauseNanos(long configured, boolean failing) {
    return configured;
  }
}
