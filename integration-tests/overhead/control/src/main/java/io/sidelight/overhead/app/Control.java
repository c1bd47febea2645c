// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * Lets another process ask a JVM about itself by standard input and output, so that asking is no
 * request that an agent would measure.
 */
public final class Control {

  private Control() {}

  /**
   * Writes {@code ready PORT}, then answers each line of the standard input with a line until that
   * ends, then ends the JVM. The lines are
   *
   * <ul>
   *   <li>{@code allocated}: {@code allocated BYTES}, see {@link Self#allocatedBytes}, and next to
   *       no work
   *   <li>{@code compiled}: {@code compiled MILLISECONDS}, see {@link Self#compileMillis}
   *   <li>{@code stats}: {@code stats} and what {@link Self#stats} says; collects garbage
   * </ul>
   *
   * @param port where the application serves
   */
  public static void serve(int port) throws IOException {
    System.out.println("ready " + port);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      // Self is loaded here and not before: management classes are no part of a start.
      switch (line) {
        case "allocated" -> System.out.println("allocated " + Self.allocatedBytes());
        case "compiled" -> System.out.println("compiled " + Self.compileMillis());
        case "stats" -> System.out.println("stats " + Self.stats());
        default -> throw new IllegalArgumentException(line);
      }
    }
    System.exit(0);
  }
}
