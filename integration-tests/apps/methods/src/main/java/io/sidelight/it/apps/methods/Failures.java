// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.InFlight;
import io.sidelight.annotations.Timed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a caller must not notice: exceptions, stack depth, stages, a stack that is too short. */
final class Failures {

  private int depth;

  @Counted
  void rethrow(Throwable thrown) throws Throwable {
    throw thrown;
  }

  @Counted
  StackTraceElement[] trace() {
    return new Throwable().getStackTrace();
  }

  @Counted
  CompletionStage<String> same(CompletionStage<String> stage) {
    return stage;
  }

  @Timed(name = "endless")
  @Counted(name = "endless")
  @InFlight(name = "endless")
  @SuppressWarnings("InfiniteRecursion")
  void endless() {
    depth++;
    endless();
  }

  /** Checks identities. Prints what is wrong; the frames are compared with a run without agent. */
  void check() throws InterruptedException {
    Throwable[] all = {
      new Exception("checked"), new Error("error"), new StackOverflowError(), new ThreadDeath()
    };
    for (Throwable thrown : all) {
      StackTraceElement[] before = thrown.getStackTrace();
      try {
        rethrow(thrown);
      } catch (Throwable caught) {
        say("identity", caught == thrown && caught.getStackTrace().length == before.length);
        say("suppressed", caught.getSuppressed().length == 0);
      }
    }
    System.out.println("frames " + trace().length);
    Orders.look();
    CompletableFuture<String> stage = new CompletableFuture<>();
    say("stage", same(stage) == stage);
    stage.cancel(true);
    say("cancelled", stage.isCancelled());
    Thread.currentThread().interrupt();
    same(new CompletableFuture<>());
    say("interrupt", Thread.interrupted());
  }

  /** Runs into the end of the stack, again and again; says how deep all of it was. */
  void overflow(int times) {
    for (int i = 0; i < times; i++) {
      try {
        endless();
      } catch (StackOverflowError expected) {
        // On purpose.
      }
    }
    System.out.println("depth " + depth);
  }

  private static void say(String what, boolean holds) {
    if (!holds) {
      System.out.println("wrong: " + what);
    }
  }
}
