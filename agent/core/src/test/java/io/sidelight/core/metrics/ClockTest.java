// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTest {

  @Test
  void aClockThatGoesBackwardsNeverLowersASum() {
    HistogramFamily.BucketHistogram timer =
        new HistogramFamily.BucketHistogram(new long[] {1_000}, 1e9);
    timer.record(5_000);
    double before = timer.scaledSum();

    timer.record(-1);
    timer.record(Long.MIN_VALUE);

    assertThat(timer.scaledSum()).isEqualTo(before);
    assertThat(timer.counts()).containsExactly(2, 1);
  }
}
