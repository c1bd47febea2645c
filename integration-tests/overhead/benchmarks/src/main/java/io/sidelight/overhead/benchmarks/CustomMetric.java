// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import io.sidelight.api.Counter;
import io.sidelight.api.Gauge;
import io.sidelight.api.Sidelight;
import io.sidelight.api.Timer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Recording to metrics made by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CustomMetric {

  private static final Counter CALLS = Sidelight.counter("custom_calls", "Calls", "kind");
  private static final Counter KEPT = CALLS.labels("kept");
  private static final Timer TIMER = Sidelight.timer("custom_time", "Durations");
  private static final Gauge GAUGE = Sidelight.gauge("custom_level", "A level");

  private long nanos = 1_234_567;

  /** For JMH. */
  public CustomMetric() {}

  /** A counter, with the series kept. */
  @Benchmark
  public void count() {
    KEPT.increment();
  }

  /** A counter, with the series looked up. */
  @Benchmark
  public void countLookup() {
    CALLS.increment("looked-up");
  }

  /** A timer. */
  @Benchmark
  public void time() {
    TIMER.recordNanos(nanos);
  }

  /** A timer that looks at the clock. */
  @Benchmark
  public void run() {
    Timer.Running running = TIMER.start();
    running.stop();
  }

  /** A gauge. */
  @Benchmark
  public void set() {
    GAUGE.set((double) nanos);
  }
}
