// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.growth;

import io.sidelight.core.config.Config;
import io.sidelight.core.config.ConfigLoader;
import io.sidelight.core.health.Health;
import io.sidelight.core.health.HealthReport;
import io.sidelight.core.log.Log;
import io.sidelight.core.metrics.Exposition;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import io.sidelight.core.port.SidePort;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A JVM with the agent's store and side port and many series in it, which no application could have
 * without raising the caps. Labels are those of HTTP requests, and each series has an endpoint of
 * its own. Writes what one holds of the heap, then its port, and ends with its input.
 */
final class SeriesMain {

  static final String PLAIN = "plain";
  static final String HISTOGRAM = "histogram";

  /** What it is started for: a scrape, what series hold, or what fought for series hold. */
  static final String SCRAPE = "scrape";

  static final String MEMORY = "memory";
  static final String CONTENDED = "contended";

  /** What its lines begin with. */
  static final String BYTES = "bytes ";

  static final String PORT = "port ";

  static final String FAMILY = "growth_requests";

  /** As {@code http_request_duration_seconds}. */
  private static final double[] BOUNDS = {
    0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10
  };

  /** One for each bound, for infinity, the count and the sum; a scrape is checked to have them. */
  static final int LINES_PER_HISTOGRAM = 14 + 3;

  /** In the buckets where most durations fall. */
  private static final long[] NANOS = {500_000, 3_000_000, 7_000_000, 20_000_000};

  private static final int MAX_SERIES = 1_000_000;
  private static final int CONTENDERS = 2;
  private static final int RECORDS_WHILE_CONTENDED = 50_000;

  private SeriesMain() {}

  /**
   * Runs it.
   *
   * @param args {@link #PLAIN} or {@link #HISTOGRAM}, then how many series, a histogram being one;
   *     then {@link #SCRAPE}, {@link #MEMORY} or, for histograms that two threads are to record to
   *     at a time, {@link #CONTENDED}
   */
  public static void main(String[] args) throws Exception {
    Config config =
        ConfigLoader.load(
            "bind=127.0.0.1,port=0,metrics.max-series=" + MAX_SERIES,
            Map.of(),
            new Properties(),
            null);
    MetricStore store = new MetricStore(config, new Fatal());
    Exposition exposition = new Exposition(store);
    // In use until the end, so that it is in each reading of the heap.
    Meters.Histogram[] timers = new Meters.Histogram[Integer.parseInt(args[1])];
    try {
      fill(store, exposition, args, timers);
      serve(exposition, config);
    } finally {
      Reference.reachabilityFence(timers);
    }
  }

  private static void fill(
      MetricStore store, Exposition exposition, String[] args, Meters.Histogram[] timers)
      throws Exception {
    int count = timers.length;
    IntConsumer add = args[0].equals(PLAIN) ? plain(store) : histograms(store, timers);
    if (args[2].equals(SCRAPE)) {
      IntStream.range(0, count).forEach(add);
      return;
    }
    // One first, so that what classes and the family hold is not counted.
    add.accept(0);
    long before = liveBytes(exposition);
    IntStream.range(1, count).forEach(add);
    if (args[2].equals(CONTENDED)) {
      contend(timers);
    }
    System.out.println(BYTES + (double) (liveBytes(exposition) - before) / (count - 1));
  }

  private static void serve(Exposition exposition, Config config) throws Exception {
    HealthReport health =
        new HealthReport(new Health(), List::of, () -> false, config, "growth", () -> 0);
    SidePort port = new SidePort(config, Log.toErrorStream(), health, exposition);
    port.start();
    while (port.port() == 0) {
      Thread.sleep(1);
    }
    System.out.println(PORT + port.port());
    while (System.in.read() >= 0) {
      // nothing is said to it
    }
  }

  private static IntConsumer plain(MetricStore store) {
    Meters.Family<Meters.Counter> family =
        store.counter(
            MetricSpec.counter(FAMILY + "_total", "Requests")
                .label(Label.closed("method", "As HTTP has it"))
                .label(Label.capped("endpoint", "One for each series", MAX_SERIES))
                .label(Label.closed("status", "As HTTP has it")));
    return i -> family.series("GET", endpoint(i), "200").add(1_003L * i + 1);
  }

  private static IntConsumer histograms(MetricStore store, Meters.Histogram[] timers) {
    Meters.Family<Meters.Histogram> family =
        store.histogram(
            MetricSpec.histogram(FAMILY + "_seconds", "Durations")
                .label(Label.closed("method", "As HTTP has it"))
                .label(Label.capped("endpoint", "One for each series", MAX_SERIES))
                .buckets("metrics.buckets.http", BOUNDS));
    return i -> {
      timers[i] = family.series("GET", endpoint(i));
      for (long nanos : NANOS) {
        timers[i].record(nanos + i);
      }
    };
  }

  /** A string of its own, as one that is found at run time is. */
  private static String endpoint(int number) {
    return "/api/customers/{id}/orders/" + number;
  }

  /** Two threads at a time record to each, until its adders have had to split. */
  private static void contend(Meters.Histogram[] timers) throws Exception {
    CyclicBarrier together = new CyclicBarrier(CONTENDERS);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONTENDERS; i++) {
      threads.add(new Thread(() -> record(timers, together)));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void record(Meters.Histogram[] timers, CyclicBarrier together) {
    try {
      for (Meters.Histogram timer : timers) {
        together.await(1, TimeUnit.MINUTES);
        for (int i = 0; i < RECORDS_WHILE_CONTENDED; i++) {
          timer.record(NANOS[i % NANOS.length]);
        }
      }
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** After a scrape, which keeps something of each series for the next one. */
  private static long liveBytes(Exposition exposition) throws IOException {
    exposition.write(OutputStream.nullOutputStream(), Exposition.Format.TEXT, List.of());
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Nothing may be wrong while this is measured. */
  private static final class Fatal implements Notices {
    @Override
    public void problem(String text) {
      throw new IllegalStateException(text);
    }

    @Override
    public void error(String source, Throwable error) {
      throw new IllegalStateException(source, error);
    }

    @Override
    public void serving() {}
  }
}
