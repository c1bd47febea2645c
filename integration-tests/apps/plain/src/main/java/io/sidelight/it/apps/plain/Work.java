// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;

/** Calls annotated methods exactly as often as it is told. */
public final class Work {

  private Work() {}

  /** The argument is the number of calls. */
  public static void main(String[] args) {
    int calls = Integer.parseInt(args[0]);
    for (int i = 0; i < calls; i++) {
      timed(i);
      counted(i);
    }
    Lines.waitForEnd();
  }

  @Timed(name = "work_time")
  static int timed(int i) {
    return i + 1;
  }

  @Counted(name = "work_calls")
  private static int counted(int i) {
    return i - 1;
  }
}
