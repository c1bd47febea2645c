// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import io.sidelight.annotations.Timed;
import java.util.ArrayList;
import java.util.List;

/** Fails again and again in the worst places: near the end of the stack, and of the heap. */
public final class Depth {

  private Depth() {}

  /** The argument says which end. */
  public static void main(String[] args) throws InterruptedException {
    Thread thread =
        new Thread(null, args[0].equals("stack") ? Depth::stack : Depth::heap, "deep", 256L << 10);
    thread.start();
    thread.join();
    Lines.waitForEnd();
  }

  private static void stack() {
    int overflows = 0;
    for (int i = 0; i < 10_000; i++) {
      try {
        recurse(i % 97);
      } catch (StackOverflowError e) {
        overflows++;
      }
    }
    System.out.println("overflows " + overflows);
    afterwards();
  }

  private static void heap() {
    int failures = 0;
    for (int i = 0; i < 50; i++) {
      try {
        fill();
      } catch (OutOfMemoryError e) {
        failures++;
      }
    }
    System.out.println("failures " + failures);
    afterwards();
  }

  private static void afterwards() {
    for (int i = 0; i < 100; i++) {
      shallow();
    }
  }

  /** The padding moves the place at which the stack ends. */
  @Timed(name = "recurse")
  static long recurse(int padding) {
    return padding > 0 ? pad(padding) : recurse(0) + 1;
  }

  private static long pad(int padding) {
    return padding > 0 ? pad(padding - 1) + 1 : recurse(0);
  }

  @Timed(name = "fill")
  static int fill() {
    List<byte[]> all = new ArrayList<>();
    while (true) {
      all.add(allocate(all.size() % 7 == 0 ? 64 : 64 << 10));
    }
  }

  @Timed(name = "allocate")
  static byte[] allocate(int size) {
    return new byte[size];
  }

  @Timed(name = "shallow")
  static void shallow() {}
}
