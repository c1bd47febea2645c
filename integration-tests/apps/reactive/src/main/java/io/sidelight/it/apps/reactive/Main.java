// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.reactive;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls annotated methods of every library once, and prints what is wrong with the results. */
public final class Main {

  private Main() {}

  /** Starts it; ends when its input does. */
  public static void main(String[] args) throws Exception {
    new OfReactor().callAll();
    new OfRxJava2().callAll();
    new OfRxJava3().callAll();
    new OfMutiny().callAll();
    new Futures().callAll();
    System.out.println("done");
    while (System.in.read() >= 0) {
      // Nothing is asked for.
    }
  }

  static void check(String what, boolean holds) {
    if (!holds) {
      System.out.println("wrong: " + what);
    }
  }

  /** Takes what is not looked at. */
  @SuppressWarnings("unused")
  static void drop(@Nullable Object result) {}

  /** Runs what must throw. */
  static void fails(Supplier<?> call) {
    boolean failed = false;
    try {
      drop(call.get());
    } catch (IllegalStateException expected) {
      failed = true;
    }
    check("no exception", failed);
  }

  /** What the methods fail with. */
  static RuntimeException failure() {
    return new IllegalStateException("thrown by the application");
  }
}
