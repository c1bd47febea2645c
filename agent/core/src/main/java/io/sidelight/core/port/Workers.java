// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that render metrics: few, daemons, gone when there is nothing to do. */
final class Workers {

  private static final int THREADS = 2;
  private static final int QUEUE = 6;
  private static final long KEEP_SECONDS = 60;

  private Workers() {}

  /** Rejects what is past the queue. */
  static Executor create() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            KEEP_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            new Daemons());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static final class Daemons implements ThreadFactory {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      return daemon(task, "sidelight-scrape-" + number.incrementAndGet());
    }
  }

  /** A thread that keeps neither the JVM nor an application's class loader alive. */
  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
