// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Histogram;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Measures one annotated method. All series are resolved up front: the first failure of a method
 * may be a {@link StackOverflowError}, and then there is no stack left to create a series with.
 */
final class MethodProbe extends CallProbe {

  private final Meters meters;
  private final @Nullable Outcomes<Histogram> timers;
  private final @Nullable Outcomes<Counter> counters;

  MethodProbe(
      Meters meters, @Nullable Outcomes<Histogram> timers, @Nullable Outcomes<Counter> counters) {
    this.meters = meters;
    this.timers = timers;
    this.counters = counters;
  }

  @Override
  public void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    long nanos = System.nanoTime() - startNanos;
    if (counters != null) {
      (thrown == null ? counters.success : counters.error).add(1);
    }
    if (timers != null) {
      (thrown == null ? timers.success : timers.error).record(nanos);
    }
  }

  @Override
  public void endWhenDone(long startNanos, @Nullable Object operation, @Nullable Object later) {
    if (!(later instanceof CompletionStage)) {
      end(startNanos, operation, later, null);
      return;
    }
    StageCall call = new StageCall(this, startNanos);
    try {
      // Whatever this returns is dropped: the application keeps the stage that it made.
      ((CompletionStage<?>) later).whenComplete(call);
    } catch (Throwable e) {
      call.accept(null, null); // a stage of the application's own that takes no callback
    }
  }

  @Override
  public void failed(Throwable error) {
    meters.error("methods", error);
  }

  /** The series of one metric, by the label {@code status}. */
  static final class Outcomes<S> {
    final S success;
    final S error;

    Outcomes(S success, S error) {
      this.success = success;
      this.error = error;
    }
  }
}
