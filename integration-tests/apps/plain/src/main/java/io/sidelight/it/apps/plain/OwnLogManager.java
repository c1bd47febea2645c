// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.util.logging.LogManager;

/** Chooses its log manager in {@code main}, which is possible as long as nobody logged before. */
public final class OwnLogManager extends LogManager {

  /** For the JDK. */
  public OwnLogManager() {}

  /** Prints which log manager it got. */
  public static void main(String[] args) {
    System.setProperty("java.util.logging.manager", OwnLogManager.class.getName());
    System.out.println("manager " + LogManager.getLogManager().getClass().getSimpleName());
    Lines.waitForEnd();
  }
}
