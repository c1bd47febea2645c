// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserWindowTest {

  /** Five minutes, in parts of half a minute. */
  private final UserWindow window = new UserWindow(30, 10);

  @Test
  void usersAreThereForAsLongAsAskedForAndLeaveAPartLaterAtMost() {
    add("early", 29);
    add("late", 31);

    assertThat(window.users(31)).isEqualTo(2);
    assertThat(window.users(29 + 300)).isEqualTo(2);
    assertThat(window.users(29 + 301)).isEqualTo(1);
    assertThat(window.users(31 + 300)).isEqualTo(1);
    assertThat(window.users(31 + 330)).isZero();
  }

  @Test
  void aUserWhoStaysCountsOnce() {
    for (int second = 0; second < 3_600; second += 10) {
      add("faithful", second);
    }

    assertThat(window.users(3_600)).isEqualTo(1);
    assertThat(window.users(86_400)).isZero();
  }

  @Test
  void theNextRoundKnowsNothingOfTheLast() {
    for (int round = 0; round < 5; round++) {
      add("user of round " + round, round * 330L);
      assertThat(window.users(round * 330L)).isEqualTo(1);
    }
  }

  private void add(String name, long seconds) {
    window.add(ActiveUsers.hash(name, 4711), seconds);
  }
}
