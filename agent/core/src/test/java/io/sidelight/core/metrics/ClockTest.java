// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTest {

  @Test
  void aClockThatGoesBackwardsNeverLowersASum() {
    TimerFamily.BucketTimer timer = new TimerFamily.BucketTimer(new long[] {1_000});
    timer.record(5_000);
    double before = timer.sumSeconds();

    timer.record(-1);
    timer.record(Long.MIN_VALUE);

    assertThat(timer.sumSeconds()).isEqualTo(before);
    assertThat(timer.counts()).containsExactly(2, 1);
  }
}
