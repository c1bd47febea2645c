// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final List<Long> ended = new ArrayList<>();
  private static final int domain = Probes.add(new Preparing(), true); // domains are few

  private final Result result = new Result();

  @BeforeEach
  void forget() {
    ended.clear();
  }

  @Test
  void aResultIsOverWhenItHasNoMoreRows() {
    result.state = new Recording();
    move(true);
    move(true);
    assertThat(ended).isEmpty();
    move(false);
    move(false);
    Results.over(domain, result);

    assertThat(ended).containsExactly(2L);
  }

  @Test
  void aResultIsOverWhenItIsClosed() {
    result.state = new Recording();
    move(true);
    Results.over(domain, result);
    Results.over(domain, result);
    move(true);

    assertThat(ended).containsExactly(1L);
  }

  /** A method and the one it overrides are both woven. */
  @Test
  void aCallWithinACallCountsOnce() {
    result.state = new Recording();
    for (int row = 0; row < 3; row++) {
      long outer = Results.read(result);
      move(true);
      Results.moved(domain, result, outer, true);
    }
    long outer = Results.read(result);
    move(false);
    Results.moved(domain, result, outer, false);

    assertThat(ended).containsExactly(3L);
  }

  @Test
  void aResultAndTheOneItWrapsAreOne() {
    Result inner = new Result();
    for (Object outer : new Object[] {result, "carries nothing"}) {
      Calls calls = Results.enter(domain);
      Calls nested = Results.enter(domain);
      Results.exit(domain, nested, inner, "select");
      leave(calls, outer);
      for (int row = 0; row < 2; row++) {
        long before = Results.read(outer);
        Results.moved(domain, inner, Results.read(inner), true);
        Results.moved(domain, outer, before, true);
      }
      Results.over(domain, inner);
      Results.over(domain, outer);
    }

    assertThat(ended).containsExactly(2L, 2L);
  }

  /** As a wrapper that asks several databases, and reads ahead. */
  @Test
  void theResultsThatOneIsMadeOfDoNotCount() {
    Result first = new Result();
    Result second = new Result();
    Calls calls = Results.enter(domain);
    Results.exit(domain, null, first, "select");
    Results.exit(domain, null, second, "select");
    leave(calls, result);
    move(first, true);
    move(second, true);
    move(true);
    move(true);
    move(second, false);
    Results.over(domain, first);
    move(true);
    move(false);

    assertThat(ended).containsExactly(3L);
  }

  /** Part of its class is a carrier's, and part is inherited from one that is not woven. */
  @Test
  void aWrapperThatDoesNotTellThatItIsClosedLeavesItToTheInnerOne() {
    Result inner = new Result();
    Calls calls = Results.enter(domain);
    Results.exit(domain, null, inner, "select");
    leave(calls, result);
    move(inner, true);
    move(true);
    move(inner, true);
    Results.over(domain, inner);
    Results.over(domain, result);

    assertThat(ended).containsExactly(1L);
  }

  @Test
  void oneResultAfterAnotherIsCountedByItself() {
    for (int i = 0; i < 2; i++) {
      leave(Results.enter(domain), result);
      move(true);
      Results.over(domain, result);
    }

    assertThat(ended).containsExactly(1L, 1L);
  }

  private static void leave(@Nullable Calls calls, Object result) {
    Objects.requireNonNull(calls).started[domain] = 0;
    Results.exit(domain, calls, result, "select");
  }

  @Test
  void whatCarriesNoCountIsLeftAlone() {
    Object other = "not a count";
    result.state = other;
    move(true);
    move(false);
    Results.over(domain, new Object());

    assertThat(result.state).isSameAs(other);
    assertThat(ended).isEmpty();
  }

  private void move(boolean found) {
    move(result, found);
  }

  private static void move(Result which, boolean found) {
    Results.moved(domain, which, Results.read(which), found);
  }

  private static final class Preparing extends CallProbe {
    @Override
    public Object prepare(@Nullable Object value) {
      assertThat(value).isEqualTo("select");
      return new Recording();
    }

    @Override
    public void end(
        long startNanos,
        @Nullable Object operation,
        @Nullable Object subject,
        @Nullable Throwable thrown) {}

    @Override
    public void failed(Throwable error) {
      throw new AssertionError(error);
    }
  }

  private static final class Recording extends Results.Count {
    @Override
    protected void end(long number) {
      ended.add(number);
    }
  }

  private static final class Result implements Carrier {
    private @Nullable Object state;

    @Override
    public @Nullable Object sidelight$state() {
      return state;
    }

    @Override
    public void sidelight$state(@Nullable Object newState) {
      state = newState;
    }
  }
}
