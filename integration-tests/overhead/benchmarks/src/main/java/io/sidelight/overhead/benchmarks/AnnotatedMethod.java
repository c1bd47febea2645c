// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Calls of a method with an annotation and without. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnnotatedMethod {

  private final Work work = new Work();

  /** For JMH. */
  public AnnotatedMethod() {}

  /** Without. */
  @Benchmark
  public int plain() {
    return work.plain();
  }

  /** With {@code @Timed}. */
  @Benchmark
  public int timed() {
    return work.timed();
  }

  /** With {@code @Counted}. */
  @Benchmark
  public int counted() {
    return work.counted();
  }
}
