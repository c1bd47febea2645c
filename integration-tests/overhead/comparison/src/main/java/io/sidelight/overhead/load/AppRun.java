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

  /** What is pinned uses this processor, and {@link Load} another one. */
  private static final int CPU = 0;

  private static final int ALL_CPUS = -1;

  private static final int HEAP_MEBIBYTES = 512;

  private static final List<String> HEAP =
      List.of("-Xms" + HEAP_MEBIBYTES + "m", "-Xmx" + HEAP_MEBIBYTES + "m", "-XX:+UseG1GC");

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
   * Starts one as on an idle machine, with all processors.
   *
   * @param module the folder of the application, see {@link Layout#classpath}
   * @param arguments of the application, after the first: that is where it is to serve
   */
  public static AppRun start(Variant variant, String module, String main, List<String> arguments) {
    return start(List.of(), variant, module, main, arguments);
  }

  /**
   * As {@link #start}, but it takes the machine for one with a single processor, and is to be
   * loaded on one after {@link #pin}. To warm up there would take minutes: compilers get no more of
   * a processor than each of the threads that serve.
   */
  public static AppRun startForLoad(
      Variant variant, String module, String main, List<String> arguments) {
    return start(List.of("-XX:ActiveProcessorCount=1"), variant, module, main, arguments);
  }

  private static AppRun start(
      List<String> options, Variant variant, String module, String main, List<String> arguments) {
    int port = ChildJvm.freePort();
    int scrapePort = ChildJvm.freePort();
    List<String> command = new ArrayList<>(HEAP);
    command.addAll(options);
    command.addAll(variant.options(scrapePort));
    command.addAll(List.of("-cp", Layout.classpath(module), main, Integer.toString(port)));
    command.addAll(arguments);
    long began = System.nanoTime();
    ChildJvm jvm = ChildJvm.start(ALL_CPUS, Layout.java(), command);
    return new AppRun(began, jvm, port, scrapePort);
  }

  /** Leaves it one processor, from which everything else keeps away. */
  public void pin() {
    jvm.pin(CPU);
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

  /** Resident memory, in all and without the pages of the heap, in megabytes (10^6 bytes). */
  public record Resident(double megabytes, double outsideHeapMegabytes) {}

  /** What of it is in memory now. */
  public Resident resident() {
    double all = jvm.residentMegabytes();
    return new Resident(all, all - jvm.residentHeapMegabytes((long) HEAP_MEBIBYTES << 20));
  }

  /** What all its live threads have allocated until now, those of an agent too. */
  public long allocatedBytes() {
    jvm.send("allocated");
    return Long.parseLong(jvm.awaitValue("allocated "));
  }

  /** How long its compilers were at work until now, in seconds, summed over all of them. */
  public double compileSeconds() {
    jvm.send("compiled");
    return Long.parseLong(jvm.awaitValue("compiled ")) / 1e3;
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
