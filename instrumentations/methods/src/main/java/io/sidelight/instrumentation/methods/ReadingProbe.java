// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.instrumentation.methods.Readings.Reading;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Gauge;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures a method from whose calls something is read: what its labels say is known when a call
 * ends. Unlike {@link MethodProbe} it allocates, and a call that ends where no stack is left may
 * find none to record with.
 */
final class ReadingProbe extends BusinessProbe {

  private static final Object[] NONE = {};

  private final List<Measure> measures;

  ReadingProbe(
      Meters meters, ErrorCounter errors, @Nullable Gauge running, List<Measure> measures) {
    super(meters, errors, running);
    this.measures = measures;
  }

  @Override
  public void end(
      long startNanos,
      @Nullable Object operation,
      @Nullable Object subject,
      @Nullable Throwable thrown) {
    throw new UnsupportedOperationException("woven with advice that hands over nothing to read");
  }

  @Override
  public void endWith(
      long startNanos,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    Finished call = new Finished(self, arguments, result);
    if (thrown != null || !PendingCall.isLater(result)) {
      over();
      long nanos = System.nanoTime() - startNanos;
      record(begin(call), call, nanos, thrown);
      return;
    }
    // Arguments now: who passed them may use them again as soon as the method has returned.
    pending(startNanos, begin(call)).awaitEnd(result);
  }

  private PendingCall pending(long startNanos, Reading[] begun) {
    return new PendingCall() {
      @Override
      void ended(@Nullable Object value, @Nullable Throwable failure) {
        over();
        long nanos = System.nanoTime() - startNanos;
        try {
          record(begun, new Finished(null, NONE, value), nanos, failure);
        } catch (Throwable e) {
          failed(e);
        }
      }
    };
  }

  @Override
  Supplier<PendingCall> subscriptions(
      @Nullable Object self, @Nullable Object[] arguments, Object publisher) {
    Reading[] begun = begin(new Finished(self, arguments, publisher));
    return new Supplier<PendingCall>() {
      @Override
      public PendingCall get() {
        Reading[] own = new Reading[begun.length];
        for (int i = 0; i < own.length; i++) {
          own[i] = begun[i].copy();
        }
        begin();
        return pending(System.nanoTime(), own);
      }
    };
  }

  private Reading[] begin(Finished call) {
    Reading[] readings = new Reading[measures.size()];
    for (int i = 0; i < readings.length; i++) {
      readings[i] = measures.get(i).readings().begin(call);
    }
    return readings;
  }

  private void record(Reading[] begun, Finished call, long nanos, @Nullable Throwable thrown) {
    for (int i = 0; i < begun.length; i++) {
      Measure measure = measures.get(i);
      if (measure.readings().end(begun[i], call, thrown)) {
        measure.record(begun[i], nanos, thrown == null ? call.result : null);
      }
    }
    threw(thrown);
  }
}
