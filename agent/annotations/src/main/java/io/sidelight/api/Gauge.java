// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.api;

import java.util.function.DoubleSupplier;

/**
 * A number that goes up and down, such as jobs waiting: a metric, or one of its series. Made by
 * {@link Sidelight#gauge}. Safe for many threads.
 */
public final class Gauge {

  /** Keeps what is followed reachable, which the agent does not; this if there is nothing. */
  volatile Object followed = this;

  Gauge() {}

  /**
   * The series with these label values. Finding it takes a moment: where values are known
   * beforehand, keep it.
   *
   * @param values one for each label
   */
  public Gauge labels(String... values) {
    return new Gauge();
  }

  /**
   * Sets it.
   *
   * @param value NaN takes it off the page until the next
   */
  public void set(double value) {
    // The agent weaves this.
  }

  /** As {@link #set(double)}, for the series with these label values. */
  public void set(double value, String... labelValues) {
    labels(labelValues).set(value);
  }

  /** Adds one to what it is, or to 0. */
  public void increment() {
    add(1);
  }

  /** Takes one from what it is, or from 0. */
  public void decrement() {
    add(-1);
  }

  /**
   * Adds an amount to what it is, or to 0.
   *
   * @param amount may be negative; what is no finite number is not added, and said
   */
  public void add(double amount) {
    // The agent weaves this.
  }

  /** As {@link #add(double)}, to the series with these label values. */
  public void add(double amount, String... labelValues) {
    labels(labelValues).add(amount);
  }

  /**
   * From now on its value is read at each scrape, until it is set otherwise or this object is no
   * longer reachable: keep it.
   *
   * <pre>{@code
   * private final Gauge waiting = Sidelight.gauge("jobs_waiting", "Jobs waiting").follow(queue::size);
   * }</pre>
   *
   * @param value called by the agent's own threads, so it should be quick; what it throws leaves
   *     the value out of that scrape
   * @return this
   */
  public Gauge follow(DoubleSupplier value) {
    followed = value;
    return this;
  }
}
