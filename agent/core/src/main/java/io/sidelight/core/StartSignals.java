// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * How far the application has come, judged by the classes that load: whether its {@code main} class
 * is there and whether it uses servlets.
 *
 * <p>{@link #classSeen} runs for every class on the thread that loads it; the rest is for the
 * agent's own thread.
 */
final class StartSignals {

  private static final int MAX_STACKS = 64;

  /**
   * The main class is seen while it is still being defined; its first statements often set what can
   * be set only once, such as the log manager. The agent lets them go first.
   */
  private static final long HEAD_START_MILLIS = 100;

  private final CountDownLatch main = new CountDownLatch(1);
  private final Runnable servletApiSeen;
  private final @Nullable ClassLoader platformLoader =
      ClassLoader.getSystemClassLoader().getParent();
  private volatile int stacksLeft = MAX_STACKS;
  private volatile boolean servlets;

  /**
   * Tells what it sees.
   *
   * @param servletApiSeen run once, when the application loads the servlet API
   */
  StartSignals(Runnable servletApiSeen) {
    this.servletApiSeen = servletApiSeen;
  }

  void classSeen(@Nullable ClassLoader loader, @Nullable String internalName) {
    if (loader == null || internalName == null) {
      return;
    }
    if (stacksLeft > 0 && isOfApplication(loader) && !isPremainOfAnotherAgent()) {
      stacksLeft = 0;
      main.countDown();
    }
    if (!servlets
        && (internalName.equals("jakarta/servlet/Servlet")
            || internalName.equals("javax/servlet/Servlet"))) {
      servlets = true;
      servletApiSeen.run();
    }
  }

  private boolean isOfApplication(ClassLoader loader) {
    return loader != platformLoader && loader != StartSignals.class.getClassLoader();
  }

  /** Agents named after this one on the command line load before {@code main} does. */
  private boolean isPremainOfAnotherAgent() {
    // Not atomic: a lost update costs one more look.
    int left = stacksLeft - 1;
    stacksLeft = left;
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().equals("sun.instrument.InstrumentationImpl")
          && frame.getMethodName().startsWith("loadClassAndCall")) {
        return left > 0;
      }
    }
    return false;
  }

  /** Returns a moment after the application's main class has loaded. */
  void awaitMain() throws InterruptedException {
    main.await();
    Thread.sleep(HEAD_START_MILLIS);
  }
}
