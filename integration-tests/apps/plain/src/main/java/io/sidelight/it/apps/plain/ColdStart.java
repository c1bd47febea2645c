// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;

/** Uses at once, from many threads, what agents are known to break while it loads. */
public final class ColdStart {

  private ColdStart() {}

  /** Prints a sum that any failed thread would change. */
  public static void main(String[] args) throws InterruptedException {
    ConcurrentHashMap<Integer, String> map = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      int seed = t;
      threads.add(new Thread(() -> work(map, seed)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("entries " + map.size());
  }

  private static void work(ConcurrentHashMap<Integer, String> map, int seed) {
    for (int i = 0; i < 500; i++) {
      int value = i;
      IntSupplier lambda = () -> value + seed;
      int random = ThreadLocalRandom.current().nextInt(1, 2);
      map.merge(
          lambda.getAsInt() * random,
          String.format(Locale.ROOT, "%d-%s", i, "x" + i + seed),
          (a, b) -> a.length() > b.length() ? a : b);
    }
  }
}
