// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.load;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.jvm.ChildJvm;
import java.util.List;

/**
 * A load generator in a JVM of its own, on a processor of its own. One serves all variants, so that
 * it is as warm for each. Used by one thread.
 */
public final class Load implements AutoCloseable {

  private static final int CPU = 1;

  private static final int WARM_UP_STEP_SECONDS = 2;

  /** A share of the time in which compilers work that changes no figure any more. */
  private static final double LITTLE_COMPILING = 0.05;

  private final ChildJvm jvm;

  private Load(ChildJvm jvm) {
    this.jvm = jvm;
  }

  /** Starts one. */
  public static Load start() {
    return new Load(
        ChildJvm.start(
            CPU,
            Layout.java(),
            List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                Layout.classpath("comparison"),
                Generator.class.getName())));
  }

  /** Starts a Redis next to it, on its processor, which ends with it. */
  public int startRedis() {
    jvm.send("redis");
    return Integer.parseInt(jvm.awaitValue("redis "));
  }

  /**
   * What a number of requests cost the application.
   *
   * @param requests all answered with 200
   * @param seconds from the first to the last
   * @param cpuSeconds of the application
   * @param bytes that it allocated
   */
  public record Cost(long requests, double seconds, double cpuSeconds, long bytes) {

    /** Processor time, in microseconds. */
    public double cpuMicrosPerRequest() {
      return cpuSeconds * 1e6 / requests;
    }

    /** Allocation. */
    public double bytesPerRequest() {
      return (double) bytes / requests;
    }

    /** Throughput. */
    public double requestsPerSecond() {
      return requests / seconds;
    }

    /** How much of a processor was used: near 1 if the application was what set the pace. */
    public double cpuUse() {
      return cpuSeconds / seconds;
    }
  }

  /**
   * Sends as much as is answered.
   *
   * @param connections how many requests there are at any time
   */
  public Cost closedLoop(AppRun app, String path, int connections, int seconds) {
    long bytes = app.allocatedBytes();
    double cpu = app.jvm().cpuSeconds();
    jvm.send("closed " + app.port() + " " + path + " " + connections + " " + seconds);
    String[] values = jvm.awaitValue("closed ").split(" ", -1);
    double cpuAfter = app.jvm().cpuSeconds();
    return new Cost(
        Long.parseLong(values[0]),
        Long.parseLong(values[1]) / 1e9,
        cpuAfter - cpu,
        app.allocatedBytes() - bytes);
  }

  /**
   * Sends as much as is answered until there is little left to compile, or the time is over.
   *
   * @param maxSeconds after which it must do, with a multiple of two
   * @return how many requests were answered with 200
   */
  public long warmUp(AppRun app, String path, int connections, int maxSeconds) {
    long requests = 0;
    double compiled = app.compileSeconds();
    for (int seconds = 0; seconds < maxSeconds; seconds += WARM_UP_STEP_SECONDS) {
      requests += closedLoop(app, path, connections, WARM_UP_STEP_SECONDS).requests();
      double before = compiled;
      compiled = app.compileSeconds();
      if (compiled - before < LITTLE_COMPILING * WARM_UP_STEP_SECONDS) {
        break;
      }
    }
    return requests;
  }

  /**
   * How long answers took.
   *
   * @param requests all answered with 200
   * @param p50Micros the median, in microseconds
   * @param p99Micros the 99th percentile, in microseconds
   */
  public record Latency(long requests, double p50Micros, double p99Micros) {}

  /**
   * Sends at a fixed rate. An answer's time counts from when its request was to be sent, however
   * late the answers before were; that includes the inaccuracy of timers, some 50 µs with any
   * variant.
   */
  public Latency fixedRate(AppRun app, String path, int connections, int perSecond, int seconds) {
    jvm.send(
        "rate " + app.port() + " " + path + " " + connections + " " + seconds + " " + perSecond);
    String[] values = jvm.awaitValue("rate ").split(" ", -1);
    return new Latency(
        Long.parseLong(values[0]),
        Long.parseLong(values[1]) / 1e3,
        Long.parseLong(values[2]) / 1e3);
  }

  @Override
  public void close() {
    try (jvm) {
      jvm.awaitEnd();
    }
  }
}
