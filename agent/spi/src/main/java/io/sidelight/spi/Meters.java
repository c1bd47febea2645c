// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where probes record. Creating a family registers its metric; asking again with an equal name
 * returns the same family. Resolve series once and keep them: recording to a series allocates
 * nothing, takes no lock and does not throw; resolving one does not have these virtues.
 *
 * <p>Safe for many threads.
 */
public interface Meters {

  /** The counter that {@code spec} declares. */
  Family<Counter> counter(MetricSpec spec);

  /** The histogram that {@code spec} declares. */
  Family<Histogram> histogram(MetricSpec spec);

  /**
   * A gauge without labels, read at each scrape.
   *
   * @param value called by the scraping thread; {@code NaN} leaves the sample out
   */
  void gauge(MetricSpec spec, DoubleSupplier value);

  /**
   * The gauge that {@code spec} declares, whose series are set when something happens. Optional:
   * meters that have none refuse.
   */
  default Family<Gauge> gauge(MetricSpec spec) {
    throw new UnsupportedOperationException(spec.name());
  }

  /**
   * A metric with any labels whose values are read at each scrape. A source keeps the labels' caps
   * itself, and tells each combination of values once. As a histogram it is exposed with its count
   * and sum only.
   */
  void read(MetricSpec spec, MetricSource source);

  /**
   * The declaration of a built-in metric. None where nothing is declared beforehand.
   *
   * @return null if no metric of that name is built in
   */
  default @Nullable MetricSpec declared(String name) {
    return null;
  }

  /**
   * Counts an error of Sidelight itself in {@code sidelight_advice_errors_total} and logs it, at
   * most once a minute per source.
   */
  void error(String source, Throwable error);

  /** The application answers requests from now on: {@code /health/started} turns positive. */
  void serving();

  /** The health of these parts is looked after from now on. By default nobody does. */
  default void health(HealthSource source) {}

  /** Logs, once per text, something that the operator or developer should change. */
  void problem(String text);

  /** The series of one metric, by label values. */
  interface Family<S> {

    /**
     * The series with these label values, created when first asked for. Values past a cap become
     * {@link Label#OTHER} and are counted; control characters and lone surrogates are replaced and
     * long values cut.
     *
     * @param labelValues one for each label of the spec, in its order
     */
    S series(String... labelValues);
  }

  /** A number that only grows. */
  interface Counter {

    /** Adds {@code amount}, which is not negative, in the unit that the spec records. */
    void add(long amount);
  }

  /** A number that goes up and down; not exposed before something is told of it. */
  interface Gauge {

    /**
     * Sets it.
     *
     * @param value {@code NaN} takes it off the page until the next
     */
    void set(double value);

    /**
     * Adds to what it is, or to 0.
     *
     * @param amount finite; may be negative
     */
    void add(double amount);

    /**
     * From now on its value is read at each scrape, until it is set or something is added.
     *
     * @param value called by the scraping thread, kept, does not throw; {@code NaN} leaves the
     *     sample out
     */
    void follow(DoubleSupplier value);
  }

  /** A distribution, of durations in nanoseconds or of what else the metric is about. */
  interface Histogram {

    /** Adds one value; a negative one counts as 0. */
    void record(long value);
  }
}
