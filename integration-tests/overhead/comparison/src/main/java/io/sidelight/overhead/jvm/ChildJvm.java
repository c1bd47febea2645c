// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sidelight.overhead.Layout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM under measurement: its lines, and what the operating system says of it. Linux only, as it
 * reads {@code /proc}. Everything that waits is bounded. Used by one thread.
 */
public final class ChildJvm implements AutoCloseable {

  /** What {@code sysconf(_SC_CLK_TCK)} says on every Linux. */
  /** HotSpot frees what compilers no longer use every five seconds. */
  private static final long CLEANER_MILLIS = 5_500;

  private static final long HEAP_END = 1L << 32;

  private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) ");
  private static final double TICKS_PER_SECOND = 100;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Writer stdin;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<String> command;

  private ChildJvm(List<String> command, Process process) {
    this.command = command;
    this.process = process;
    this.stdin = process.outputWriter(UTF_8);
    read(process.getInputStream(), lines::add);
    read(
        process.getErrorStream(),
        line -> {
          errors.add(line);
          System.err.println(line);
        });
  }

  /**
   * Starts one; what it writes on standard error goes to ours, and is in {@link #errors}.
   *
   * @param cpu the only processor it may use; negative for all
   * @param java the command
   * @param arguments options, main class, its arguments
   */
  public static ChildJvm start(int cpu, Path java, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (cpu >= 0) {
      command.addAll(List.of("taskset", "-c", Integer.toString(cpu)));
    }
    command.add(java.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Settings.forget(builder);
    try {
      return new ChildJvm(command, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that was free a moment ago. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(InputStream from, Consumer<String> to) {
    Thread reader = new Thread(() -> readAll(from, to), "reads a child");
    reader.setDaemon(true);
    reader.start();
  }

  private static void readAll(InputStream from, Consumer<String> to) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        to.accept(line);
      }
    } catch (IOException e) {
      // the child was closed: there is no more to read
    }
  }

  /** Lets all its threads use only that processor from now on. */
  public void pin(int cpu) {
    String[] taskset = {
      "taskset", "-a", "-c", "-p", Integer.toString(cpu), Long.toString(process.pid())
    };
    try {
      Process pinning =
          new ProcessBuilder(taskset).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (pinning.waitFor() != 0) {
        throw new IllegalStateException("cannot pin: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What it wrote on standard error until now. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** Waits for a line that starts so, and returns what follows. */
  public String awaitValue(String prefix) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (true) {
        String line = lines.poll(100, TimeUnit.MILLISECONDS);
        if (line != null && line.startsWith(prefix)) {
          return line.substring(prefix.length()).trim();
        }
        if (line == null && (!process.isAlive() || System.nanoTime() > deadline)) {
          throw new IllegalStateException("no line \"" + prefix + "\" from " + command);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes a line to its standard input. */
  public void send(String line) {
    try {
      stdin.write(line + "\n");
      stdin.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends its standard input and waits until it has ended by itself; fails if it does not. */
  public void awaitEnd() {
    try {
      stdin.close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("did not end well: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Processor time of all its threads until now, user and system, to 10 ms. */
  public double cpuSeconds() {
    String stat = proc("stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** Resident memory now, in megabytes (10^6 bytes). */
  public double residentMegabytes() {
    return statusMegabytes("VmRSS:");
  }

  /**
   * How much of that is its heap, in megabytes (10^6 bytes): pages that objects were in since it
   * started, alive or not. HotSpot on 64 bits puts a heap of less than 2 GB right below 4 GB.
   *
   * @param maxHeapBytes of the JVM, reserved as a whole
   */
  public double residentHeapMegabytes(long maxHeapBytes) {
    long reserved = 0;
    long resident = 0;
    boolean inHeap = false;
    for (String line : proc("smaps").split("\n", -1)) {
      Matcher mapping = MAPPING.matcher(line);
      if (mapping.lookingAt()) {
        long from = Long.parseUnsignedLong(mapping.group(1), 16);
        long to = Long.parseUnsignedLong(mapping.group(2), 16);
        inHeap = from >= HEAP_END - maxHeapBytes && to <= HEAP_END;
        reserved += inHeap ? to - from : 0;
      } else if (inHeap && line.startsWith("Rss:")) {
        resident += Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    if (reserved != maxHeapBytes) {
      throw new IllegalStateException("the heap is not where it is looked for: " + reserved);
    }
    return resident / 1e6;
  }

  /**
   * Makes it return the memory that it has freed to the operating system, which the C library keeps
   * otherwise: mostly what its compilers worked with. Needs JDK 17.0.9 or later.
   */
  public void trim() {
    try {
      TimeUnit.MILLISECONDS.sleep(CLEANER_MILLIS);
      Path jcmd = Layout.java().resolveSibling("jcmd");
      ProcessBuilder builder =
          new ProcessBuilder(
                  jcmd.toString(), Long.toString(process.pid()), "System.trim_native_heap")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      Settings.forget(builder);
      Process trim = builder.start();
      if (!trim.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || trim.exitValue() != 0) {
        throw new IllegalStateException("jcmd cannot trim the native heap");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The most resident memory until now, in megabytes (10^6 bytes). */
  public double peakMegabytes() {
    return statusMegabytes("VmHWM:");
  }

  private double statusMegabytes(String key) {
    return proc("status")
        .lines()
        .filter(line -> line.startsWith(key))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
        .findFirst()
        .orElseThrow();
  }

  private String proc(String file) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end and waits for that; after ten seconds, makes it end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
