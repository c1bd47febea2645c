// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.port;

import io.sidelight.core.thread.Daemons;
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
            new Numbered());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static final class Numbered implements ThreadFactory {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      return Daemons.create(task, "sidelight-scrape-" + number.incrementAndGet());
    }
  }
}
