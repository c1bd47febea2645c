// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.sidelight.annotations.Counted;

/** Calls annotated methods. */
public final class Main {

  private Main() {}

  /** What a proxy library makes at run time: its methods carry the annotations too. */
  static final class Shapes$$SpringCGLIB$$0 extends Shapes {
    @Override
    @Counted
    public void publicMethod() {
      super.publicMethod();
    }
  }

  /** Methods that ask for what cannot be. */
  static final class Refused {
    @WithSpan
    Refused() {}

    @Counted(name = "http_requests")
    void builtIn() {}

    @Counted(labels = {"pod", "x"})
    void labels() {}
  }

  /**
   * Takes {@code shapes}, {@code failures}, {@code overflow}, {@code orders}, {@code many}, {@code
   * foreign}, {@code plain}, {@code proxies} or {@code refused}.
   */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "shapes" -> {
        for (int i = 0; i < 10; i++) {
          new Shapes().callAll();
        }
        for (int i = 0; i < 10; i++) {
          new Shapes$$SpringCGLIB$$0().publicMethod();
        }
      }
      case "failures" -> new Failures().check();
      case "overflow" -> new Failures().overflow(2_000);
      case "orders" -> new Orders("north").callAll();
      case "foreign" -> new Foreign().callAll();
      case "proxies" -> Proxies.callAll();
      case "plain" -> new Plain().callAll();
      case "many" -> new Orders("north").manyValues(10_000);
      default -> {
        new Refused().builtIn();
        new Refused().labels();
      }
    }
    System.out.println("done");
    while (System.in.read() >= 0) {
      // Nothing is asked for.
    }
  }
}
