// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Returns futures that throw when anybody attaches a callback: the agent fails at every call. */
public final class HostileStages {

  private HostileStages() {}

  /** The argument is how often each kind is returned. */
  public static void main(String[] args) {
    int calls = Integer.parseInt(args[0]);
    Throwable[] failures = {
      new NullPointerException("hostile"),
      new OutOfMemoryError("hostile"),
      new StackOverflowError("hostile"),
      new LinkageError("hostile"),
      new Unprintable()
    };
    int same = 0;
    for (int i = 0; i < calls; i++) {
      Hostile stage = new Hostile(failures[i % failures.length]);
      same += timed(stage) == stage ? 1 : 0;
      same += counted(stage) == stage ? 1 : 0;
    }
    System.out.println("same " + same);
    healthy().join();
    Lines.waitForEnd();
  }

  @Timed(name = "hostile_time")
  private static CompletableFuture<String> timed(CompletableFuture<String> stage) {
    return stage;
  }

  @Counted(name = "hostile_calls")
  private static CompletableFuture<String> counted(CompletableFuture<String> stage) {
    return stage;
  }

  @Timed(name = "healthy")
  private static CompletableFuture<String> healthy() {
    return CompletableFuture.completedFuture("fine");
  }

  private static final class Hostile extends CompletableFuture<String> {

    private final Throwable failure;

    Hostile(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public CompletableFuture<String> whenComplete(BiConsumer<? super String, ? super Throwable> f) {
      throw sneaky(failure);
    }

    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super String, Throwable, ? extends U> f) {
      throw sneaky(failure);
    }

    @Override
    public boolean isDone() {
      throw sneaky(failure);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
      throw (T) failure;
    }
  }

  private static final class Unprintable extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("getMessage");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString");
    }
  }
}
