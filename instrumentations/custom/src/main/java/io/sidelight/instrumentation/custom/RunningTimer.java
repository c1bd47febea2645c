// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A duration that has begun. Is recorded once, however often it is stopped. */
final class RunningTimer extends Recorder {

  private final Recorder timer;
  private final long startNanos;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * @param timer a metric or a series
   */
  RunningTimer(Recorder timer, long startNanos) {
    super(timer.name(), timer.meters());
    this.timer = timer;
    this.startNanos = startNanos;
  }

  /**
   * It has ended.
   *
   * @param value {@link System#nanoTime} now
   * @param operation the label values as {@code String[]}; empty if the timer needs none
   */
  @Override
  void record(long value, @Nullable Object operation) {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    boolean labelled = operation instanceof String[] && ((String[]) operation).length > 0;
    Recorder series = labelled ? timer.series((String[]) operation) : timer;
    if (series != null) {
      series.record(value - startNanos, null);
    }
  }
}
