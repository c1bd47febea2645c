// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Meters;
import org.jspecify.annotations.Nullable;

/**
 * What an object of the application records to: a metric, one of its series, or a duration that has
 * begun. Wrong use is told, once for each metric, and otherwise ignored. Safe for many threads.
 */
abstract class Recorder {

  private final String name;
  private final Meters meters;

  /**
   * @param name of the metric, as exposed
   */
  Recorder(String name, Meters meters) {
    this.name = name;
    this.meters = meters;
  }

  /** The name of the metric, as exposed. */
  final String name() {
    return name;
  }

  final Meters meters() {
    return meters;
  }

  /**
   * Records a value.
   *
   * @param value a duration in nanoseconds, or the bits of a {@code double}
   * @param operation what to do with it, where there is a choice
   */
  abstract void record(long value, @Nullable Object operation);

  /**
   * One of its series.
   *
   * @return null if there is none; that has been told
   */
  @Nullable Recorder series(String @Nullable [] labelValues) {
    problem("label values were given to one of its series; it has them already");
    return null;
  }

  final void problem(String what) {
    meters.problem("custom: " + name + ": " + what);
  }
}
