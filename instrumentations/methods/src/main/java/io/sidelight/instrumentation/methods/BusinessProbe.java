// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Gauge;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures one annotated method. */
abstract class BusinessProbe extends CallProbe {

  private final Meters meters;
  private final @Nullable Gauge running;
  private final ErrorCounter errors;

  /**
   * For one method.
   *
   * @param errors of all methods
   * @param running how many calls of it there are now; null if nobody asked
   */
  BusinessProbe(Meters meters, ErrorCounter errors, @Nullable Gauge running) {
    this.meters = meters;
    this.running = running;
    this.errors = errors;
  }

  @Override
  public final void begin() {
    if (running != null) {
      running.add(1);
    }
  }

  /** A call that {@link #begin} was told of runs no longer. */
  final void over() {
    if (running != null) {
      running.add(-1);
    }
  }

  /**
   * Counts what a call threw, last of all: of an error of the JVM's, such as a {@link
   * StackOverflowError}, nothing that may need stack or memory.
   */
  final void threw(@Nullable Throwable thrown) {
    if (thrown != null && !(thrown instanceof VirtualMachineError)) {
      errors.count(thrown);
    }
  }

  @Override
  public final @Nullable Object observed(
      long startNanos,
      @Nullable Object self,
      @Nullable Object[] arguments,
      @Nullable Object result) {
    Publisher publisher = Publisher.of(result);
    if (result == null || publisher == null) {
      endWith(startNanos, self, arguments, result, null);
      return result;
    }
    if (publisher.isScalar(result)) {
      endScalar(startNanos, self, arguments, result);
      return result;
    }
    Object observed;
    try {
      observed = publisher.observed(result, subscriptions(self, arguments, result));
    } catch (ReflectiveOperationException e) {
      endWith(startNanos, self, arguments, result, null);
      failed(e);
      return result;
    }
    over(); // nothing runs before somebody subscribes
    return observed;
  }

  private void endScalar(
      long startNanos, @Nullable Object self, @Nullable Object[] arguments, Object publisher) {
    Object value = null;
    Throwable failure = null;
    try {
      value = Publisher.value(publisher);
    } catch (Throwable e) {
      failure = e;
    }
    endWith(startNanos, self, arguments, value, failure);
  }

  /**
   * What begins a call of the method for each subscription to its result. Reads of the method's
   * call what there is to read now.
   */
  abstract Supplier<PendingCall> subscriptions(
      @Nullable Object self, @Nullable Object[] arguments, Object publisher);

  @Override
  public final void failed(Throwable error) {
    meters.error("methods", error);
  }
}
