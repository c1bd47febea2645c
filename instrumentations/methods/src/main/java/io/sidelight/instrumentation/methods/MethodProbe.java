// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Gauge;
import io.sidelight.spi.Meters.Histogram;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures a method from whose calls nothing is read. All series are resolved up front: the first
 * failure of a method may be a {@link StackOverflowError}, and then there is no stack left to
 * create a series with.
 */
final class MethodProbe extends BusinessProbe {

  private final List<Outcomes<Histogram>> timers;
  private final List<Outcomes<Counter>> counters;

  MethodProbe(
      Meters meters,
      ErrorCounter errors,
      @Nullable Gauge running,
      List<Outcomes<Histogram>> timers,
      List<Outcomes<Counter>> counters) {
    super(meters, errors, running);
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
    over();
    // By index: an iterator would be an allocation.
    for (int i = 0; i < counters.size(); i++) {
      Counter counter = counters.get(i).of(thrown);
      if (counter != null) {
        counter.add(1);
      }
    }
    for (int i = 0; i < timers.size(); i++) {
      Histogram timer = timers.get(i).of(thrown);
      if (timer != null) {
        timer.record(nanos);
      }
    }
    threw(thrown);
  }

  @Override
  public void endWith(
      long startNanos,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (thrown == null) {
      endWhenDone(startNanos, null, result);
    } else {
      end(startNanos, null, null, thrown);
    }
  }

  @Override
  public void endWhenDone(long startNanos, @Nullable Object operation, @Nullable Object later) {
    new PendingCall() {
      @Override
      void ended(@Nullable Object value, @Nullable Throwable thrown) {
        end(startNanos, null, null, thrown);
      }
    }.awaitEnd(later);
  }

  @Override
  Supplier<PendingCall> subscriptions(
      @Nullable Object self, @Nullable Object[] arguments, Object publisher) {
    return new Supplier<PendingCall>() {
      @Override
      public PendingCall get() {
        begin();
        long startNanos = System.nanoTime();
        return new PendingCall() {
          @Override
          void ended(@Nullable Object value, @Nullable Throwable thrown) {
            end(startNanos, null, null, thrown);
          }
        };
      }
    };
  }

  /** The series of one metric, by the label {@code status}. */
  static final class Outcomes<S> {
    private final Declared declared;
    private final @Nullable S success;
    private final S error;

    /**
     * @param success null if only failures count
     */
    Outcomes(Declared declared, @Nullable S success, S error) {
      this.declared = declared;
      this.success = success;
      this.error = error;
    }

    /** Null if such a call does not count. */
    @Nullable S of(@Nullable Throwable thrown) {
      if (thrown == null) {
        return success;
      }
      return declared.counts(true, thrown) ? error : null;
    }
  }
}
