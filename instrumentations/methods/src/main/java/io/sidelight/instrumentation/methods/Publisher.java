// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;

import io.sidelight.instrumentation.methods.PublisherType.Operator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to see what becomes of the subscriptions of publishers of one class: with the operators that
 * their library has for that, applied for each subscription, so that two at a time are told apart.
 *
 * <p>Nothing here keeps a class loader: the publishers' class keeps what was found of it.
 */
final class Publisher {

  private static final List<String> SUPPLIER = asList("Supplier", "Callable");
  private static final List<String> CONSUMER = asList("Consumer");
  private static final List<String> ACTION = asList("Runnable", "Action");

  /** Publishers of Reactor that have their value or failure already. */
  private static final String SCALAR = "reactor.core.Fuseable$ScalarCallable";

  /** They have it only when the application has been asked for it, which is for subscribers. */
  private static final String NOT_YET = "Supplied";

  private static final ClassValue<Optional<Publisher>> KNOWN =
      new ClassValue<Optional<Publisher>>() {
        @Override
        protected Optional<Publisher> computeValue(Class<?> type) {
          PublisherType known = PublisherType.of(type);
          Class<?> contract = known == null ? null : PublisherType.find(type, known.name);
          try {
            return known == null || contract == null || known.isKnownOtherwise(type)
                ? Optional.empty()
                : Optional.of(new Publisher(known, contract, type));
          } catch (NoSuchMethodException | LinkageError e) {
            return Optional.empty(); // of a version that is not supported, or half of a library
          }
        }
      };

  private final boolean scalar;
  private final boolean ofOne;
  private final Operator defer;
  private final @Nullable Operator onValue;
  private final @Nullable Operator onComplete;
  private final Operator onError;
  private final Operator onCancel;

  private Publisher(PublisherType known, Class<?> contract, Class<?> type)
      throws NoSuchMethodException {
    scalar = PublisherType.find(type, SCALAR) != null && !type.getName().endsWith(NOT_YET);
    ofOne = known.isOfOne();
    defer = new Operator(contract, known.defer, SUPPLIER);
    onValue = known.onValue.isEmpty() ? null : new Operator(contract, known.onValue, CONSUMER);
    onComplete =
        known.onComplete.isEmpty() ? null : new Operator(contract, known.onComplete, ACTION);
    onError = new Operator(contract, known.onError, CONSUMER);
    onCancel = new Operator(contract, known.onCancel, ACTION);
  }

  /** That of a method's result; null if its subscriptions cannot be seen. */
  static @Nullable Publisher of(@Nullable Object result) {
    return result == null ? null : KNOWN.get(result.getClass()).orElse(null);
  }

  /** Whether {@code publisher} has its value or failure already, for {@link #value}. */
  boolean isScalar(Object publisher) {
    return scalar && publisher instanceof Callable;
  }

  /**
   * The value of one that {@link #isScalar}.
   *
   * @throws Exception the failure
   */
  static @Nullable Object value(Object publisher) throws Exception {
    return ((Callable<?>) publisher).call();
  }

  /**
   * One that does what {@code publisher} does.
   *
   * @param calls is asked for a call whenever somebody subscribes; it ends with the subscription
   */
  Object observed(Object publisher, Supplier<PendingCall> calls)
      throws ReflectiveOperationException {
    return defer.apply(
        null,
        new Callback() {
          @Override
          Object call(@Nullable Object value) {
            return subscribed(publisher, calls);
          }
        });
  }

  private Object subscribed(Object publisher, Supplier<PendingCall> calls) {
    PendingCall call = null;
    try {
      call = calls.get();
      Object observed = publisher;
      if (onValue != null) {
        observed = onValue.apply(observed, success(call));
      }
      if (onComplete != null) {
        observed = onComplete.apply(observed, success(call));
      }
      observed = onError.apply(observed, failure(call));
      return onCancel.apply(observed, cancelled(call));
    } catch (Throwable e) {
      if (call != null) {
        call.accept(null, null);
      }
      return publisher;
    }
  }

  private static Callback success(PendingCall call) {
    return new Callback() {
      @Override
      @Nullable Object call(@Nullable Object value) {
        call.accept(value, null);
        return null;
      }
    };
  }

  private static Callback failure(PendingCall call) {
    return new Callback() {
      @Override
      @Nullable Object call(@Nullable Object thrown) {
        call.accept(null, (Throwable) thrown);
        return null;
      }
    };
  }

  /** Who cancels a stream had enough of it; who cancels a single value does not get it. */
  private Callback cancelled(PendingCall call) {
    return new Callback() {
      @Override
      @Nullable Object call(@Nullable Object value) {
        if (!call.get()) { // mostly it has ended before
          call.accept(null, ofOne ? new CancellationException() : null);
        }
        return null;
      }
    };
  }
}
