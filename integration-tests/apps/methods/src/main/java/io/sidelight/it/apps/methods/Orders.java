// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Gauged;
import io.sidelight.annotations.InFlight;
import io.sidelight.annotations.Timed;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Methods from whose calls something is read. Without a serialVersionUID, as most classes are. */
final class Orders implements Serializable {

  /** What is sold. */
  enum Fuel {
    DIESEL,
    GAS
  }

  /** A record, which is not public. */
  record Request(@Nullable Fuel fuelType, BigDecimal amount) {}

  /** A bean, which is not public. */
  static final class Receipt {
    private final String status;

    Receipt(String status) {
      this.status = status;
    }

    public String getStatus() {
      return status;
    }

    /** Changes something, and must not be called. */
    public String cancel() {
      System.out.println("wrong: called by the agent");
      return status;
    }
  }

  private final String region;

  Orders(String region) {
    this.region = region;
  }

  @Counted(
      name = "fuel_orders",
      labels = {"fuel", "#request.fuelType", "outcome", "#result.status", "region", "#this.region"},
      failureWhen = "#result.status == 'REFUSED'")
  Receipt order(Request request, String status) {
    check(!region.isEmpty() && !request.toString().isEmpty());
    if (status.isEmpty()) {
      throw new IllegalStateException("thrown by the application");
    }
    return new Receipt(status);
  }

  @Counted(
      name = "revenue",
      description = "Money taken",
      amount = "#request.amount",
      labels = {"fuel", "#request.fuelType"})
  private void pay(Request request) {
    check(request.amount().signum() > 0);
  }

  @Counted(
      name = "primitives",
      labels = {"a", "#a", "b", "#1", "c", "#p2", "d", "##d"})
  static double primitives(long a, double b, char c) {
    a = a + 1;
    return a + b + c;
  }

  @Timed(
      name = "imports",
      buckets = {0.5, 60})
  @InFlight(
      name = "imports",
      labels = {"source", "mail"})
  int imported() {
    return 1;
  }

  @Gauged(
      name = "resource_count",
      description = "Things there are",
      labels = {"kind", "users"})
  long users(long number) {
    return number;
  }

  @Gauged(
      name = "resource_count",
      labels = {"kind", "#kind"})
  Integer counted(String kind, int number) {
    return number;
  }

  @InFlight
  CompletableFuture<Receipt> running(CompletableFuture<Receipt> future) {
    return future;
  }

  @Counted(
      name = "deliveries",
      labels = {"fuel", "#0.fuelType", "outcome", "#result.status"})
  CompletableFuture<Receipt> delivered(Request request, CompletableFuture<Receipt> future) {
    return future;
  }

  @Counted(
      name = "many",
      amount = "#amount",
      labels = {"value", "#value"})
  void many(String value, int amount) {}

  void callAll() {
    Request diesel = new Request(Fuel.DIESEL, new BigDecimal("19.99"));
    Request gas = new Request(Fuel.GAS, new BigDecimal("0.10"));
    Request unknown = new Request(null, BigDecimal.ONE);
    for (int i = 0; i < 10; i++) {
      order(diesel, "DONE");
      order(gas, "REFUSED");
      order(unknown, "DONE");
      pay(diesel);
      pay(gas);
      primitives(1, 2.5, 'c');
      imported();
      users(100 + i);
      counted("organizations", i);
    }
    try {
      order(diesel, "");
    } catch (IllegalStateException expected) {
      // Thrown by the application.
    }
    CompletableFuture<Receipt> never = new CompletableFuture<>();
    CompletableFuture<Receipt> later = new CompletableFuture<>();
    CompletableFuture<Receipt> failing = new CompletableFuture<>();
    check(running(never) == never && running(later) == later);
    check(delivered(diesel, later) == later && delivered(gas, failing) == failing);
    later.complete(new Receipt("HERE"));
    failing.completeExceptionally(new IllegalStateException());
  }

  private static void check(boolean holds) {
    if (!holds) {
      System.out.println("wrong");
    }
  }

  void manyValues(int number) {
    for (int i = 0; i < number; i++) {
      many("value-" + i, 1);
    }
  }

  /** Says what reflection and serialisation see. */
  static void look() {
    System.out.println(ObjectStreamClass.lookup(Orders.class).getSerialVersionUID());
    Object[] members = Arrays.asList(Orders.class.getDeclaredMethods()).toArray();
    System.out.println(Arrays.stream(members).map(String::valueOf).sorted().toList());
    System.out.println(Arrays.toString(Orders.class.getDeclaredFields()));
    System.out.println(Arrays.toString(Orders.class.getInterfaces()));
  }
}
