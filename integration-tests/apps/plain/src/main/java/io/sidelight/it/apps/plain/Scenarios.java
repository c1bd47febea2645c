// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/**
 * Runs methods of a program by the names that come on standard input, and says how it went. What
 * follows the name in a line is repeated in the answer.
 */
public final class Scenarios {

  private Scenarios() {}

  /** Runs until standard input ends. */
  public static void run(Object program) throws IOException, ReflectiveOperationException {
    BufferedReader names =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = names.readLine(); line != null; line = names.readLine()) {
      try {
        program.getClass().getMethod(line.split(" ", 2)[0]).invoke(program);
        System.out.println("done " + line);
      } catch (InvocationTargetException e) {
        System.out.println("done " + line + " but " + e.getCause());
        e.printStackTrace(System.out);
      }
    }
  }
}
