// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbesTest {

  private static final FailingProbe probe = new FailingProbe();
  private static final int domain = Probes.add(probe, true); // domains are few

  @BeforeEach
  void forget() {
    probe.fault = null;
    probe.ended = 0;
    probe.failures = 0;
  }

  @Test
  void whateverAProbeThrowsStopsHereAndIsCounted() {
    for (Throwable fault :
        List.of(
            new NullPointerException(),
            new OutOfMemoryError("test"),
            new StackOverflowError(),
            new NoClassDefFoundError("test"),
            new Unspeakable())) {
      probe.fault = fault;
      assertThatCode(ProbesTest::call).as(fault.getClass().getName()).doesNotThrowAnyException();
    }
    assertThat(probe.failures).isEqualTo(5);
  }

  @Test
  void afterAFailureTheThreadMeasuresAsBefore() {
    probe.fault = new StackOverflowError();
    call();
    probe.fault = null;
    for (int i = 0; i < 100; i++) {
      call();
    }
    assertThat(probe.ended).isEqualTo(100);
  }

  @Test
  void withinAMarkNothingCounts() {
    Calls mark = Objects.requireNonNull(Probes.mark(domain));
    assertThat(Probes.mark(domain)).isNull();
    assertThat(Probes.enter(domain)).isNull();
    mark.started[domain] = 0;

    call();
    assertThat(probe.ended).isEqualTo(1);
  }

  @Test
  void onlyTheOutermostCallOfADomainCounts() {
    Calls outer = Probes.enter(domain);
    assertThat(Probes.enter(domain)).isNull();
    end(outer);
    assertThat(Probes.enter(domain)).isSameAs(outer);
    end(outer);
    assertThat(probe.ended).isEqualTo(2);
  }

  private static void call() {
    end(Probes.enter(domain));
  }

  /** What woven code does. */
  private static void end(@Nullable Calls calls) {
    if (calls != null) {
      long start = calls.started[domain];
      calls.started[domain] = 0;
      Probes.end(domain, start, null, null, null);
    }
  }

  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("even this fails");
    }
  }

  private static final class FailingProbe extends CallProbe {
    private @Nullable Throwable fault;
    private int ended;
    private int failures;

    @Override
    public void end(
        long startNanos,
        @Nullable Object operation,
        @Nullable Object subject,
        @Nullable Throwable thrown) {
      if (fault instanceof Error) {
        throw (Error) fault;
      }
      if (fault instanceof RuntimeException) {
        throw (RuntimeException) fault;
      }
      ended++;
    }

    @Override
    public void failed(Throwable error) {
      failures++;
      throw new IllegalStateException(error.toString());
    }
  }
}
