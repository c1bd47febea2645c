// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {

  private static final Percentage THREE_STANDARD_ERRORS = Percentage.withPercentage(4.9);

  @Test
  void nobodyIsNobody() {
    assertThat(new Sketch().estimate()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void fewAreCounted(int users) {
    assertThat(Math.round(of(users, 4711).estimate())).isEqualTo(users);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 5_000, 10_000, 20_000, 100_000, 1_000_000})
  void manyAreEstimated(int users) {
    for (long salt = 0; salt < 3; salt++) {
      assertThat(of(users, salt).estimate()).isCloseTo(users, THREE_STANDARD_ERRORS);
    }
  }

  @Test
  void theEstimateIsRightOnAverage() {
    double sum = 0;
    for (long salt = 0; salt < 100; salt++) {
      sum += of(10_000, salt).estimate();
    }

    assertThat(sum / 100).isCloseTo(10_000, Percentage.withPercentage(0.6));
  }

  @Test
  void whoComesAgainCountsOnce() {
    Sketch sketch = of(1_000, 4711);
    double once = sketch.estimate();
    add(sketch, 1_000, 4711);

    assertThat(sketch.estimate()).isEqualTo(once);
  }

  @Test
  void twoTogetherAreAsOne() {
    Sketch odd = new Sketch();
    Sketch all = of(2_000, 4711);
    Sketch even = new Sketch();
    for (int i = 0; i < 2_000; i++) {
      (i % 2 == 0 ? even : odd).add(ActiveUsers.hash("user-" + i, 4711));
    }
    odd.addAll(even);

    assertThat(odd.estimate()).isEqualTo(all.estimate());
  }

  @Test
  void everyHashIsTaken() {
    Sketch sketch = new Sketch();
    sketch.add(0);
    sketch.add(-1);
    sketch.add(Long.MIN_VALUE);

    assertThat(Math.round(sketch.estimate())).isEqualTo(3);
  }

  private static Sketch of(int users, long salt) {
    Sketch sketch = new Sketch();
    add(sketch, users, salt);
    return sketch;
  }

  private static void add(Sketch sketch, int users, long salt) {
    for (int i = 0; i < users; i++) {
      sketch.add(ActiveUsers.hash("user-" + i, salt));
    }
  }
}
