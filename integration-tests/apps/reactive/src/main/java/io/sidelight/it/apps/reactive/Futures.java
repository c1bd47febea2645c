// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.reactive;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import io.sidelight.annotations.Counted;
import io.sidelight.annotations.InFlight;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Methods that return futures. */
final class Futures {

  @Counted
  @InFlight
  ListenableFuture<String> listenable(ListenableFuture<String> future) {
    return future;
  }

  @Counted(
      name = "future_orders",
      labels = {"fuel", "#fuel", "outcome", "#result"})
  ListenableFuture<String> order(String fuel, ListenableFuture<String> future) {
    return future;
  }

  @Counted
  SettableFuture<String> settable(SettableFuture<String> future) {
    return future;
  }

  /** A stage only at run time. */
  @Counted
  Future<String> stage(CompletableFuture<String> future) {
    return future;
  }

  /** Tells nobody that it is done. */
  @Counted
  Future<String> task() {
    return new FutureTask<>(() -> "value");
  }

  void callAll() {
    SettableFuture<String> done = SettableFuture.create();
    SettableFuture<String> failing = SettableFuture.create();
    SettableFuture<String> cancelled = SettableFuture.create();
    SettableFuture<String> never = SettableFuture.create();
    CompletableFuture<String> stage = new CompletableFuture<>();
    Main.check("same", listenable(done) == done && settable(done) == done);
    Main.drop(listenable(failing));
    Main.drop(listenable(cancelled));
    Main.drop(listenable(never));
    Main.drop(order("gas", done));
    Main.drop(settable(never));
    Main.drop(stage(stage));
    Main.drop(stage(new CompletableFuture<>()));
    Main.drop(task());
    Thread.currentThread().interrupt();
    done.set("DONE");
    Main.check("interrupt", Thread.interrupted());
    failing.setException(Main.failure());
    cancelled.cancel(true);
    stage.complete("value");
  }
}
