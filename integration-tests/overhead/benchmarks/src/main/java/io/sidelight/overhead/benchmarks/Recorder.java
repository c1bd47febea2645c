// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.sidelight.core.metrics.MetricStore;
import io.sidelight.core.metrics.Notices;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Recording alone, of all threads to one series: Sidelight's, and that of the Prometheus library,
 * whose series an application keeps or looks up each time. Equal buckets, no exemplars.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Recorder {

  private static final double[] BOUNDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };
  private static final long NANOS = 300_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Meters.Histogram timer;
  private final Meters.Counter counter;

  private final Histogram histogram =
      Histogram.builder()
          .name("query_duration_seconds")
          .labelNames("type", "table")
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .withoutExemplars()
          .build();
  private final DistributionDataPoint histogramSeries = histogram.labelValues("SELECT", "item");

  private final Counter queries =
      Counter.builder()
          .name("queries_total")
          .labelNames("type", "table")
          .withoutExemplars()
          .build();
  private final CounterDataPoint queriesSeries = queries.labelValues("SELECT", "item");

  /** Creates the series. */
  public Recorder() {
    Meters meters = new MetricStore(new Defaults(), new Failing());
    Label type = Label.capped("type", "as Sidelight's own", 100);
    Label table = Label.capped("table", "as Sidelight's own", 100);
    timer =
        meters
            .histogram(
                MetricSpec.histogram("query_duration_seconds", "As Sidelight's own.")
                    .label(type)
                    .label(table)
                    .buckets("metrics.buckets.db", BOUNDS))
            .series("SELECT", "item");
    counter =
        meters
            .counter(
                MetricSpec.counter("queries_total", "As Sidelight's own.").label(type).label(table))
            .series("SELECT", "item");
  }

  /** Sidelight's histogram. */
  @Benchmark
  public void timer() {
    timer.record(NANOS);
  }

  /** The Prometheus library's, with the series kept. */
  @Benchmark
  public void libraryTimer() {
    histogramSeries.observe(NANOS / NANOS_PER_SECOND);
  }

  /** The Prometheus library's, with the series looked up. */
  @Benchmark
  public void libraryTimerLookup() {
    histogram.labelValues("SELECT", "item").observe(NANOS / NANOS_PER_SECOND);
  }

  /** Sidelight's counter. */
  @Benchmark
  public void counter() {
    counter.add(1);
  }

  /** The Prometheus library's, with the series kept. */
  @Benchmark
  public void libraryCounter() {
    queriesSeries.inc();
  }

  /** The Prometheus library's, with the series looked up. */
  @Benchmark
  public void libraryCounterLookup() {
    queries.labelValues("SELECT", "item").inc();
  }

  private static final class Defaults implements Settings {

    @Override
    public String text(String key) {
      return "";
    }

    @Override
    public boolean flag(String key) {
      return false;
    }

    @Override
    public int number(String key) {
      return 10_000;
    }

    @Override
    public List<String> list(String key) {
      return List.of();
    }

    @Override
    public long nanos(String key) {
      return 0;
    }
  }

  private static final class Failing implements Notices {

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
