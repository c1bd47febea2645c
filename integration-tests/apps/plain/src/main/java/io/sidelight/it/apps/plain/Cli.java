// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.IntStream;

/** A command-line program whose output is data: every byte there is, and text. */
public final class Cli {

  private Cli() {}

  /** Ends in the way that the argument names. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    for (int i = 0; i < 256; i++) {
      out.write(i);
    }
    out.printf(Locale.ROOT, "%n%s %.3f %d%n", "grüße", Math.PI, IntStream.range(0, 9).sum());
    out.flush();
    System.err.println("warning: this is the program's own line");
    System.err.flush();
    switch (args[0]) {
      case "return" -> {}
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(4);
      case "throw" -> throw new IllegalStateException("on purpose");
      case "throw-elsewhere" -> inThread(() -> fail());
      case "exit-elsewhere" -> inThread(() -> System.exit(5));
      case "exit-in-hook" -> Runtime.getRuntime().addShutdownHook(new Thread(() -> hook()));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void fail() {
    throw new IllegalStateException("on purpose, elsewhere");
  }

  private static void hook() {
    System.out.println("hook");
    System.out.flush();
    Runtime.getRuntime().halt(6);
  }

  private static void inThread(Runnable task) throws InterruptedException {
    Thread thread = new Thread(task, "elsewhere");
    thread.start();
    thread.join();
  }
}
