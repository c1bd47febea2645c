// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.thread;

/** Makes threads that the application does not notice. */
public final class Daemons {

  private Daemons() {}

  /** A thread that keeps neither the JVM nor an application's class loader alive; not started. */
  public static Thread create(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
