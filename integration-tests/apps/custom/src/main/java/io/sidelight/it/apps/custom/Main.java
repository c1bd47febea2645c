// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.custom;

import io.sidelight.api.Counter;
import io.sidelight.api.Gauge;
import io.sidelight.api.Sidelight;
import io.sidelight.api.Timer;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;

/** Makes metrics and records to them. */
public final class Main {

  private static final Counter ORDERS =
      Sidelight.counter("orders_placed", "Orders placed", "channel", "paid");
  private static final Counter REFUNDS = Sidelight.counter("refunds_total", "Refunds");
  private static final Counter REVENUE = Sidelight.counter("revenue.euros", "Revenue", "fuel");
  private static final Timer PAYMENTS = Sidelight.timer("payment", "Time to take a payment");
  private static final Timer LOOKUPS =
      Sidelight.timer("lookup_seconds", "Time to look a user up", "source");
  private static final Gauge CARTS = Sidelight.gauge("carts_open", "Carts not paid yet", "shop");
  private static final Gauge TEMPERATURE = Sidelight.gauge("temperature_celsius", "Of the room");

  private static final Queue<String> JOBS = new ArrayBlockingQueue<>(10);
  private static final Gauge WAITING =
      Sidelight.gauge("jobs_waiting", "Jobs waiting").follow(JOBS::size);

  private Main() {}

  /**
   * Takes {@code all}, {@code many}, {@code wrong}, {@code flood}, {@code loaders}, {@code hidden}.
   */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "all" -> all();
      case "many" -> many();
      case "wrong" -> wrong();
      case "flood" -> flood();
      case "loaders" -> loaders();
      default -> hidden();
    }
    System.out.println("done");
    int read = System.in.read();
    while (read >= 0) {
      if (read == '\n') {
        JOBS.clear();
        System.gc();
        System.out.println("cleared");
      }
      read = System.in.read();
    }
  }

  private static void all() throws Exception {
    Counter web = ORDERS.labels("web", "yes");
    web.increment();
    web.increment();
    ORDERS.increment("shop", "no");
    ORDERS.add(3, "shop", "no");
    REVENUE.add(12.5, "diesel");
    REVENUE.labels("diesel").add(0.25);
    times();
    CARTS.set(5, "north");
    CARTS.labels("north").add(-2);
    CARTS.labels("south").increment();
    CARTS.labels("south").increment();
    CARTS.labels("south").decrement();
    TEMPERATURE.set(21.5);
    TEMPERATURE.set(Double.NaN);
    JOBS.add("one");
    JOBS.add("two");
    Sidelight.gauge("gone", "Nobody keeps this one").follow(new ArrayList<>(List.of(1))::size);
    System.gc();
    Sidelight.recordCacheAccess("memory", "prices", true);
    Sidelight.recordCacheAccess("memory", "prices", true);
    Sidelight.recordCacheAccess("memory", "prices", false);
    Sidelight.recordCacheAccess("my own", "prices", true);
    Sidelight.recordAuthAttempt("password", true);
    Sidelight.recordAuthAttempt("badge of Jane Doe", false);
  }

  private static void times() throws Exception {
    PAYMENTS.recordNanos(2_000_000);
    PAYMENTS.record(Duration.ofMillis(40));
    PAYMENTS.record(Duration.ofSeconds(Long.MIN_VALUE));
    PAYMENTS.run(() -> System.out.println("paid"));
    System.out.println(PAYMENTS.call(() -> "called"));
    try {
      PAYMENTS.run(
          () -> {
            throw new IllegalStateException("declined");
          });
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    try (Timer.Running lookup = LOOKUPS.labels("cache").start()) {
      System.out.println("looked up " + lookup.getClass().getSimpleName());
    }
    Timer.Running lookup = LOOKUPS.start();
    Thread other = new Thread(() -> lookup.stop("database"));
    other.start();
    other.join();
    lookup.stop("database");
    lookup.close();
  }

  /** Ten thousand values of a label, on several threads. */
  private static void many() throws InterruptedException {
    int threads = 4;
    CountDownLatch ended = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      new Thread(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  REVENUE.add(0.5, "fuel-" + i);
                  LOOKUPS.labels("source-" + i).recordNanos(1_000_000);
                  CARTS.add(1, "shop-" + i);
                  REFUNDS.increment();
                }
                ended.countDown();
              })
          .start();
    }
    ended.await();
  }

  @SuppressWarnings("NullAway") // wrong on purpose
  private static void wrong() {
    REFUNDS.add(1);
    REFUNDS.add(-1);
    REFUNDS.add(Double.NaN);
    REFUNDS.add(Double.POSITIVE_INFINITY);
    REFUNDS.labels("none").add(1);
    ORDERS.add(1);
    ORDERS.add(1, "web");
    ORDERS.add(1, (String[]) null);
    ORDERS.add(1, "web", null);
    ORDERS.labels("web", "yes").labels("web", "yes").add(1);
    LOOKUPS.start().stop();
    LOOKUPS.labels("a").start().stop("b");
    PAYMENTS.recordNanos(-7);
    CARTS.add(Double.NaN, "north");
    WAITING.follow(
        () -> {
          throw new IllegalStateException("secret");
        });
    Sidelight.counter("orders_placed", "Other labels", "channel").add(1, "web");
    Sidelight.gauge("payment_seconds", "Another kind").set(1);
    Sidelight.counter("http_requests", "Built in").increment();
    Sidelight.counter("two words", "No name").increment();
    Sidelight.counter("pods", "Reserved", "pod").increment("x");
    Sidelight.counter("twice", "Twice", "a", "a").increment("x", "y");
    Sidelight.gauge("size_bucket", "Means something").set(1);
    Sidelight.counter(null, null, (String[]) null).increment();
    Sidelight.counter("nothing_said", null, (String[]) null).increment();
  }

  /** Names that come from data. */
  private static void flood() {
    for (int i = 0; i < 10_000; i++) {
      Sidelight.counter("user_" + i, "A mistake").increment();
      Sidelight.counter("user " + i, "A mistake").increment();
    }
  }

  /** Two applications in one JVM. */
  private static void loaders() throws Exception {
    for (int i = 0; i < 2; i++) {
      run(new OwnLoader(path(), false));
    }
  }

  /** An application whose loader hides the agent. */
  private static void hidden() throws Exception {
    run(new OwnLoader(path(), true));
  }

  private static URL[] path() {
    return new URL[] {
      Main.class.getProtectionDomain().getCodeSource().getLocation(),
      Sidelight.class.getProtectionDomain().getCodeSource().getLocation()
    };
  }

  private static void run(OwnLoader own) throws ReflectiveOperationException, IOException {
    try (own) {
      Class<?> shop = own.loadClass("io.sidelight.it.apps.custom.Shop");
      ((Runnable) shop.getDeclaredConstructor().newInstance()).run();
    }
  }
}
