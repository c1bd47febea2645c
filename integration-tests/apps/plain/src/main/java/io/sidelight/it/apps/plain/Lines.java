// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How these programs stay alive for as long as a test wants. */
final class Lines {

  private Lines() {}

  /** Says {@code ready} and waits until standard input ends. */
  static void waitForEnd() {
    System.out.println("ready");
    try {
      while (System.in.read() >= 0) {
        // Nothing is asked for.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
