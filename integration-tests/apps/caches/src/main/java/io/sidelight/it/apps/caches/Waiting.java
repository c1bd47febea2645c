// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.caches;

import java.util.concurrent.CountDownLatch;

/** Two threads that want the same value, of which one loads it. */
public final class Waiting {

  private Waiting() {}

  /** Looks up, and loads with what it is given. */
  public interface Lookup {
    /** Gets the value. */
    void get(Runnable loader) throws Exception;
  }

  /**
   * Returns when both threads have the value.
   *
   * @param method in which the second thread waits
   */
  public static void forSameValue(Lookup lookup, String method) throws InterruptedException {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch loaded = new CountDownLatch(1);
    Thread first =
        start(
            () ->
                lookup.get(
                    () -> {
                      loading.countDown();
                      await(loaded);
                    }));
    await(loading);
    Thread second = start(() -> lookup.get(() -> {}));
    while (!isIn(second, method)) {
      Thread.onSpinWait();
    }
    loaded.countDown();
    first.join();
    second.join();
  }

  private interface Task {
    void run() throws Exception;
  }

  private static Thread start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isIn(Thread thread, String method) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getMethodName().equals(method)) {
        return true;
      }
    }
    return false;
  }
}
