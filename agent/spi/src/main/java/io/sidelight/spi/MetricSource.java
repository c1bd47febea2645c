// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

/** Values that are read at each scrape instead of being recorded. */
public interface MetricSource {

  /**
   * Tells {@code sink} the present values. Called by a scraping thread; what it throws is counted
   * as an error of Sidelight and leaves the metric out of that scrape.
   */
  void read(Sink sink);

  /** Takes the values of one metric. */
  interface Sink {

    /**
     * One sample.
     *
     * @param value {@code NaN} leaves it out
     * @param labelValues one for each label of the metric, in its order
     */
    void add(double value, String... labelValues);

    /** One sample of a distribution of which only count and sum are known. */
    void add(long count, double sumSeconds, String... labelValues);
  }
}
