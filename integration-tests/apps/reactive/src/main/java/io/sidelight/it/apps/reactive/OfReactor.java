// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.reactive;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Gauged;
import io.sidelight.annotations.InFlight;
import io.sidelight.annotations.Timed;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Methods that return publishers of Reactor. */
final class OfReactor {

  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger supplied = new AtomicInteger();

  @Counted
  @Timed
  Mono<String> value() {
    return Mono.fromCallable(() -> "value");
  }

  @Counted
  Mono<String> empty() {
    return Mono.<String>empty().hide();
  }

  @Counted
  Mono<String> failing() {
    return Mono.defer(() -> Mono.error(Main.failure()));
  }

  @Counted
  Mono<String> failingFirst() {
    return Mono.fromCallable(
        () -> {
          if (attempts.getAndIncrement() == 0) {
            throw Main.failure();
          }
          return "value";
        });
  }

  @Counted
  Mono<String> throwing() {
    throw Main.failure();
  }

  @Counted
  @SuppressWarnings("NullAway") // what careless code does
  Mono<String> noMono() {
    return null;
  }

  @Counted
  Mono<String> nobodySubscribes() {
    return Mono.fromCallable(() -> "value");
  }

  @Counted
  Mono<String> scalar() {
    return Mono.just("value");
  }

  @Counted
  Mono<String> scalarFailure() {
    return Mono.error(Main.failure());
  }

  /** Where Reactor has it, a failure that is there for subscribers, and only then. */
  @Counted
  Mono<?> suppliedFailure() throws ReflectiveOperationException {
    Supplier<Throwable> failure =
        () -> {
          supplied.incrementAndGet();
          return Main.failure();
        };
    try {
      return (Mono<?>) Mono.class.getMethod("error", Supplier.class).invoke(null, failure);
    } catch (NoSuchMethodException before32) {
      return Mono.defer(() -> Mono.error(failure.get()));
    }
  }

  @Counted
  @InFlight
  Mono<String> never() {
    return Mono.never();
  }

  /** Its source says what is in the context of who subscribes. */
  @Counted
  Mono<String> user() {
    return new Mono<>() {
      @Override
      public void subscribe(CoreSubscriber<? super String> actual) {
        String user = actual.currentContext().getOrDefault("user", "none");
        Mono.just(Objects.requireNonNull(user)).subscribe(actual);
      }
    };
  }

  @Counted(
      name = "mono_orders",
      amount = "#amount",
      labels = {"fuel", "#fuel", "outcome", "#result"},
      failureWhen = "#result == 'REFUSED'")
  Mono<String> order(String fuel, int amount, String outcome) {
    return Mono.fromCallable(() -> outcome);
  }

  @Gauged(name = "mono_size")
  Mono<Integer> size(int size) {
    return Mono.fromCallable(() -> size);
  }

  @Counted
  Flux<Integer> stream() {
    return Flux.range(1, 10);
  }

  @Counted
  Flux<Integer> failingStream() {
    return Flux.range(1, 10).concatWith(Flux.error(Main.failure()));
  }

  @Counted
  Flux<Integer> taken() {
    return Flux.range(1, 10);
  }

  /** Who calls it knows better what it is. */
  @Counted
  Flux<Integer> connectable() {
    return Flux.range(1, 10).publish();
  }

  void callAll() throws ReflectiveOperationException {
    Mono<String> value = value();
    Main.check("value", "value".equals(value.block()));
    Main.check("again", "value".equals(value.block()));
    Main.check(
        "fused", List.of("value").equals(Flux.just(1).flatMap(n -> value).collectList().block()));
    Main.check("empty", empty().block() == null);
    Main.fails(() -> failing().block());
    Main.check("retried", "value".equals(failingFirst().retry().block()));
    Main.fails(this::throwing);
    Main.check("null", noMono() == null);
    Main.drop(nobodySubscribes());
    Main.check("scalar", scalar() instanceof Callable);
    Main.drop(scalarFailure());
    Mono<?> suppliedFailure = suppliedFailure();
    Main.check("not asked for", supplied.get() == 0);
    Main.fails(suppliedFailure::block);
    Main.check("asked for once", supplied.get() == 1);
    Disposable cancelled = never().subscribe();
    Main.drop(never().subscribe());
    Main.drop(never());
    cancelled.dispose();
    checkContext();
    Main.drop(order("diesel", 5, "DONE").block());
    Mono<String> twice = order("gas", 1, "REFUSED");
    Main.drop(Mono.zip(twice, twice).block());
    Main.drop(size(3).block());
    Main.check("stream", Objects.equals(stream().count().block(), 10L));
    Main.fails(() -> failingStream().blockLast());
    Main.check("taken", Objects.equals(taken().take(1).blockLast(), 1));
    Main.check("connectable", connectable() instanceof ConnectableFlux);
  }

  private void checkContext() {
    user()
        .subscribe(
            new BaseSubscriber<String>() {
              @Override
              public Context currentContext() {
                return Context.of("user", "ann");
              }

              @Override
              protected void hookOnNext(String user) {
                Main.check("context", user.equals("ann"));
              }
            });
  }
}
