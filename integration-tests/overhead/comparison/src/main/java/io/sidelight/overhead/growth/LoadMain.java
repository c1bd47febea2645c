// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URL;

/** A program that loads, links and initialises many classes of its class path, and ends. */
final class LoadMain {

  static final String LOADED = "loaded ";

  private static final int PER_PACKAGE = 100;
  private static final int ATTEMPTS = 100;
  private static final int PAUSE_MILLIS = 100;

  private LoadMain() {}

  /** The name of a class, by its number. */
  static String className(int number) {
    return "com.example.shop.area" + number / PER_PACKAGE + ".Type" + number;
  }

  /**
   * Runs it.
   *
   * @param args how many classes; then, to see whether an agent saw them, the URL of its metrics,
   *     which are written to standard output
   */
  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    ClassLoader loader = LoadMain.class.getClassLoader();
    for (int i = 0; i < count; i++) {
      Class.forName(className(i), true, loader);
    }
    System.out.println(LOADED + count);
    if (args.length > 1) {
      System.out.print(metrics(new URL(args[1])));
    }
  }

  /** An agent may begin to answer some time after {@code main} began. */
  private static String metrics(URL url) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try (InputStream metrics = url.openStream()) {
        return new String(metrics.readAllBytes(), UTF_8);
      } catch (ConnectException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
