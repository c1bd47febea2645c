// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

/** Does nothing until its standard input ends. */
public final class Idle {

  private Idle() {}

  /** Starts it. */
  public static void main(String[] args) {
    Lines.waitForEnd();
  }
}
