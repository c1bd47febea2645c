// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.api;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Durations of something: a metric, or one of its series. Made by {@link Sidelight#timer}. Safe for
 * many threads.
 */
public final class Timer {

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  Timer() {}

  /**
   * The series with these label values. Finding it takes a moment: where values are known
   * beforehand, keep it.
   *
   * @param values one for each label
   */
  public Timer labels(String... values) {
    return new Timer();
  }

  /**
   * Records a duration.
   *
   * @param nanos in nanoseconds; a negative one counts as 0
   */
  public void recordNanos(long nanos) {
    // The agent weaves this.
  }

  /** Records a duration; a negative one counts as 0. */
  public void record(Duration duration) {
    // toNanos() throws where a long cannot hold the number.
    boolean isLong = duration.compareTo(LONGEST) >= 0;
    recordNanos(duration.isNegative() ? 0 : isLong ? Long.MAX_VALUE : duration.toNanos());
  }

  /** Runs {@code work} and records how long that takes, also if it throws. */
  public void run(Runnable work) {
    Running running = start();
    try {
      work.run();
    } finally {
      running.stop();
    }
  }

  /**
   * Runs {@code work} and records how long that takes, also if it throws.
   *
   * @return what it returns
   * @throws Exception what it throws
   */
  public <T> T call(Callable<T> work) throws Exception {
    Running running = start();
    try {
      return work.call();
    } finally {
      running.stop();
    }
  }

  /** Something that takes time begins now; it may end on another thread. */
  public Running start() {
    return new Running();
  }

  /** Something that takes time. */
  public static final class Running implements AutoCloseable {

    Running() {}

    /**
     * It has ended. Only the first time counts.
     *
     * @param labelValues those of the timer's labels, if they are known only now; none if it was
     *     started on a series or has no labels
     */
    public void stop(String... labelValues) {
      // The agent weaves this.
    }

    /** As {@link #stop} without label values. */
    @Override
    public void close() {
      stop();
    }
  }
}
