// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Many virtual threads that call an annotated method and end. Needs JDK 21. */
@SuppressWarnings("NullAway.Init") // JMH sets it up
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VirtualThreads {

  private static final int THREADS = 10_000;
  private static final int CALLS = 100;

  private MethodHandle start;
  private final Thread[] threads = new Thread[THREADS];

  /** Finds out how to start one, which this is not compiled for. */
  @Setup
  public void find() throws ReflectiveOperationException {
    start =
        MethodHandles.lookup()
            .findStatic(
                Thread.class,
                "startVirtualThread",
                MethodType.methodType(Thread.class, Runnable.class));
  }

  /** Each thread makes one call. */
  @Benchmark
  @OperationsPerInvocation(THREADS)
  public void once(Blackhole result) throws Throwable {
    run(() -> result.consume(new Work().timed()));
  }

  /** Each thread makes a hundred calls. */
  @Benchmark
  @OperationsPerInvocation(THREADS)
  public void often(Blackhole result) throws Throwable {
    run(
        () -> {
          Work work = new Work();
          for (int i = 0; i < CALLS; i++) {
            result.consume(work.timed());
          }
        });
  }

  private void run(Runnable task) throws Throwable {
    for (int i = 0; i < THREADS; i++) {
      threads[i] = (Thread) start.invokeExact(task);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
