// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Family;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric that the application made; without labels, it is also its one series. */
final class CustomMetric extends Recorder {

  private final Kind kind;
  private final List<String> labels;
  private final Family<Recorder> family;
  private final @Nullable Recorder only;

  CustomMetric(
      Kind kind, String name, List<String> labels, Family<Recorder> family, Meters meters) {
    super(name, meters);
    this.kind = kind;
    this.labels = labels;
    this.family = family;
    // Now, so that a counter is there with 0 before anything has happened.
    this.only = labels.isEmpty() ? family.series() : null;
  }

  Kind kind() {
    return kind;
  }

  List<String> labels() {
    return labels;
  }

  @Override
  void record(long value, @Nullable Object operation) {
    if (only != null) {
      only.record(value, operation);
    } else {
      problem("something was recorded without values of its labels " + labels + "; it is lost");
    }
  }

  @Override
  @Nullable Recorder series(String @Nullable [] labelValues) {
    if (labelValues == null || labelValues.length != labels.size()) {
      problem(
          "needs one value for each of its labels "
              + labels
              + "; what came with another number of values is lost");
      return null;
    }
    return only != null ? only : family.series(labelValues);
  }
}
