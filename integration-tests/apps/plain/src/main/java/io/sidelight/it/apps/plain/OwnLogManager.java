// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.plain;

import java.util.logging.LogManager;

/** Chooses its log manager in {@code main}, which is possible as long as nobody logged before. */
public final class OwnLogManager {

  private OwnLogManager() {}

  /** Prints which log manager it got. */
  public static void main(String[] args) {
    System.setProperty("java.util.logging.manager", Manager.class.getName());
    System.out.println("manager " + LogManager.getLogManager().getClass().getSimpleName());
    Lines.waitForEnd();
  }

  /** A class of its own: {@code main} must not initialise {@link LogManager} as its superclass. */
  public static final class Manager extends LogManager {

    /** For the JDK. */
    public Manager() {}
  }
}
