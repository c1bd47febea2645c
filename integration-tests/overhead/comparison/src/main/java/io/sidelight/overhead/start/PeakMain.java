// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;

/** A program that does nothing for a while, and says at last how much memory the JVM has used. */
final class PeakMain {

  static final String PEAK = "VmHWM:";

  private PeakMain() {}

  /**
   * Runs it.
   *
   * @param args for how many milliseconds it does nothing
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Thread.sleep(Long.parseLong(args[0]));
    try (BufferedReader status =
        new BufferedReader(new FileReader("/proc/self/status", US_ASCII))) {
      for (String line = status.readLine(); line != null; line = status.readLine()) {
        if (line.startsWith(PEAK)) {
          System.out.println(line);
        }
      }
    }
  }
}
