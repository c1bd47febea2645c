// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.load;

import io.sidelight.overhead.Layout;
import io.sidelight.overhead.jvm.ChildJvm;
import io.sidelight.overhead.jvm.Complaints;
import io.sidelight.overhead.jvm.Variant;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A run of an application that serves HTTP and answers {@code Control} on its standard input, with
 * a heap of 512 MB and G1. Used by one thread.
 */
public final class AppRun implements AutoCloseable {

  /** Where applications run while they are loaded; everything else then runs elsewhere. */
  public static final int CPU = 0;

  /** For {@link #start}: as on an idle machine. */
  public static final int ANY_CPU = -1;

  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC");

  private static final long START_TIMEOUT = TimeUnit.MINUTES.toNanos(2);
  private static final long POLL_INTERVAL = TimeUnit.MILLISECONDS.toNanos(2);

  private final long began;
  private final ChildJvm jvm;
  private final int port;
  private final int scrapePort;

  private AppRun(long began, ChildJvm jvm, int port, int scrapePort) {
    this.began = began;
    this.jvm = jvm;
    this.port = port;
    this.scrapePort = scrapePort;
  }

  /**
   * Starts one.
   *
   * @param cpu the only processor it may use, or {@link #ANY_CPU}
   * @param module the folder of the application, see {@link Layout#classpath}
   * @param arguments options if there are any, its main class, then its arguments but for the
   *     first: that is the port where it is to serve, and comes directly after the main class
   */
  public static AppRun start(
      int cpu, Variant variant, String module, String main, List<String> arguments) {
    int port = ChildJvm.freePort();
    int scrapePort = ChildJvm.freePort();
    List<String> command = new ArrayList<>(HEAP);
    command.addAll(variant.options(scrapePort));
    command.addAll(List.of("-cp", Layout.classpath(module), main, Integer.toString(port)));
    command.addAll(arguments);
    long began = System.nanoTime();
    return new AppRun(began, ChildJvm.start(cpu, Layout.java(), command), port, scrapePort);
  }

  /**
   * What a start took.
   *
   * @param wallSeconds from before the process until its first answer was read
   * @param cpuSeconds of the process in that time
   */
  public record Start(double wallSeconds, double cpuSeconds) {}

  /** Asks for a path every 2 ms until that is answered. */
  public Start firstAnswer(String path) {
    while (true) {
      try (Connection connection = Connection.open(port, path)) {
        connection.exchange();
        return new Start((System.nanoTime() - began) / 1e9, jvm.cpuSeconds());
      } catch (ConnectException e) {
        if (System.nanoTime() - began > START_TIMEOUT) {
          throw new IllegalStateException("never answered", e);
        }
        LockSupport.parkNanos(POLL_INTERVAL);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  /** Where it serves. */
  public int port() {
    return port;
  }

  /** Where its agent answers scrapes; nothing is there without one. */
  public int scrapePort() {
    return scrapePort;
  }

  /** The process. */
  public ChildJvm jvm() {
    return jvm;
  }

  /** What all its live threads have allocated until now, those of an agent too. */
  public long allocatedBytes() {
    jvm.send("allocated");
    return Long.parseLong(jvm.awaitValue("allocated "));
  }

  /**
   * What it holds, after garbage was collected.
   *
   * @param heapBytes live
   * @param metaspaceBytes used
   * @param codeCacheBytes used by compiled code
   * @param classes loaded
   */
  public record Stats(long heapBytes, long metaspaceBytes, long codeCacheBytes, int classes) {}

  /** Makes it collect its garbage, and asks. */
  public Stats stats() {
    jvm.send("stats");
    String[] values = jvm.awaitValue("stats ").split(" ", -1);
    return new Stats(
        Long.parseLong(values[0]),
        Long.parseLong(values[1]),
        Long.parseLong(values[2]),
        Integer.parseInt(values[3]));
  }

  /**
   * Makes it end by the end of its input.
   *
   * @throws IllegalStateException if it complained about anything, or does not end
   */
  @Override
  public void close() {
    try (jvm) {
      jvm.awaitEnd();
    }
    Complaints.check(jvm.errors());
  }
}
