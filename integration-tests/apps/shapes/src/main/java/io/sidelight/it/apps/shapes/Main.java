// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.shapes;

import java.util.List;

/** Calls annotated methods that other compilers than Java's have written, and tells the results. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 10; i++) {
      System.out.println("kotlin " + KotlinCalls.callAll());
      System.out.println("groovy " + GroovyCalls.callAll());
      System.out.println("scala " + ScalaCalls.callAll());
      System.out.println("java " + callAll());
    }
    System.out.println("done");
    while (System.in.read() >= 0) {
      // Nothing is asked for.
    }
  }

  /** As Java calls them: by what the compilers make for it. */
  private static List<String> callAll() {
    Station station = new Station();
    return List.of(
        KotlinKt.topLevel("ab", 1),
        station.inInterface(),
        station.overloads(),
        station.overloads("overloads"),
        Register.staticInObject(),
        Station.staticInCompanion(),
        new DynamicStation().defaults(),
        new StaticStation().inTrait(),
        new Receipt(21).inTrait(),
        Receipts.inScalaObject(),
        PricedObject.inTrait());
  }
}
