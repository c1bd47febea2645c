// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every shape that an annotated method can have. Each is called by {@link #callAll}. */
public class Shapes extends Base<String> implements Defaults {

  /** A nested class. */
  static final class Nested {
    @Counted
    void nested() {}
  }

  @Counted
  public void publicMethod() {
    // Self-called, private, static.
    privateMethod();
    staticMethod(1L, 2.0, "three");
  }

  @Counted
  private void privateMethod() {}

  @Counted
  static long staticMethod(long one, double two, String three) {
    return one + three.length();
  }

  @Counted
  protected final synchronized int[] finalSynchronized() {
    return new int[] {1};
  }

  @Override
  @Counted
  void overridden() {
    super.overridden();
  }

  @Override
  @Counted
  String bridged(String value) {
    return value;
  }

  @Counted
  int recursive(int depth) {
    return depth == 0 ? 0 : 1 + recursive(depth - 1);
  }

  @Counted
  void throwing() {
    throw new IllegalStateException("thrown by the application");
  }

  @Counted
  <T extends Comparable<T>> List<T> generics(List<? extends T> values) {
    return List.copyOf(values);
  }

  @Timed(name = "both.annotations")
  @Counted(
      name = "both_annotations_total",
      description = "Calls with both annotations",
      labels = {"source", "test", "kind", "both"})
  boolean both() {
    return true;
  }

  @Counted
  CompletionStage<String> stage() {
    return CompletableFuture.completedFuture("value");
  }

  @Counted
  CompletableFuture<String> failedFuture() {
    CompletableFuture<String> future = new CompletableFuture<>();
    future.completeExceptionally(new IllegalStateException());
    return future;
  }

  @Counted
  @SuppressWarnings("NullAway") // what careless code does
  CompletableFuture<String> nullFuture() {
    return null;
  }

  @Counted
  CompletableFuture<String> throwingFuture() {
    throw new IllegalStateException("thrown by the application");
  }

  void callAll() {
    generic("x");
    inherited();
    inPackagePrivateClass();
    overridden();
    bridged("x");
    Base<String> base = this;
    base.bridged("x");
    interfaceDefault();
    Defaults.interfaceStatic();
    new Nested().nested();
    publicMethod();
    finalSynchronized();
    recursive(4);
    swallow(this::throwing);
    generics(List.of("x", "y"));
    both();
    drop(stage());
    drop(failedFuture());
    drop(nullFuture());
    swallow(() -> drop(throwingFuture()));
    Supplier<Boolean> reference = this::both;
    drop(reference.get());
  }

  @SuppressWarnings("unused")
  private static void drop(@Nullable Object result) {}

  private static void swallow(Runnable call) {
    try {
      call.run();
    } catch (IllegalStateException expected) {
      // Thrown by the application.
    }
  }
}
