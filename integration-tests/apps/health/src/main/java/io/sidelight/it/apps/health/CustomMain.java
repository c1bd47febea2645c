// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.health;

import io.sidelight.annotations.HealthCheck;
import io.sidelight.it.apps.plain.Scenarios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A program with health checks of its own. */
public final class CustomMain {

  private final List<Object> kept = new ArrayList<>();
  private final Payments payments = new Payments(true);

  private CustomMain() {
    kept.add(new Search());
    kept.add(new Wrong());
  }

  /** Takes nothing. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Scenarios.run(new CustomMain());
  }

  /** Says false from now on. */
  public void breakPayments() {
    payments.works = false;
  }

  /** Says true again. */
  public void mendPayments() {
    payments.works = true;
  }

  /** One more, which fails, and which nobody keeps. */
  public void forgetOne() {
    new Payments(false).works = false;
  }

  /** Lets the JVM forget it. */
  public void collect() {
    System.gc();
  }

  /** Two threads that wait for each other. */
  public void deadlock() throws InterruptedException {
    Object left = new Object();
    Object right = new Object();
    CompletableFuture<Void> first = new CompletableFuture<>();
    CompletableFuture<Void> second = new CompletableFuture<>();
    start("left", left, right, first, second);
    start("right", right, left, second, first);
    Thread.sleep(100);
  }

  private static void start(
      String name,
      Object own,
      Object other,
      CompletableFuture<Void> here,
      CompletableFuture<Void> there) {
    Thread thread =
        new Thread(
            () -> {
              synchronized (own) {
                here.complete(null);
                there.join();
                synchronized (other) {
                  System.out.println(name + " has both");
                }
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /** A check that is private, of a class with two constructors. */
  static final class Payments {
    private volatile boolean works;

    Payments() {
      this(true);
    }

    Payments(boolean works) {
      this.works = works;
    }

    @SuppressWarnings("UnusedMethod") // the agent calls it
    @HealthCheck("payments")
    private boolean answers() {
      return works;
    }
  }

  /** Checks that throw, or answer later. */
  static final class Search {

    @HealthCheck("search")
    void ping() {
      if (Boolean.getBoolean("search.broken")) {
        throw new IllegalStateException("index is missing");
      }
    }

    @HealthCheck("later")
    CompletionStage<Boolean> later() {
      return CompletableFuture.supplyAsync(() -> true);
    }
  }

  /** What cannot be checks. */
  static final class Wrong {

    @HealthCheck("Not A Name")
    boolean name() {
      return true;
    }

    @HealthCheck("with_parameter")
    boolean parameter(int number) {
      return number > 0;
    }

    @HealthCheck("of_nobody")
    static boolean ofNobody() {
      return true;
    }
  }
}
