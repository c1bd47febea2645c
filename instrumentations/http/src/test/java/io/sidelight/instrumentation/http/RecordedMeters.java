// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * Keeps what is recorded, without caps: requests by the label values joined with a blank, other
 * counters with their name before that.
 */
final class RecordedMeters implements Meters, Settings {

  final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  final Map<String, List<Duration>> durations = new ConcurrentHashMap<>();
  final Map<String, List<Long>> distributions = new ConcurrentHashMap<>();
  final List<Throwable> errors = new ArrayList<>();
  List<String> ignored = List.of();
  DoubleSupplier inFlight = () -> -1;
  int serving;
  boolean requestSize;
  String keyHeader = "";
  List<String> keyPaths = List.of();

  long slowNanos = Long.MAX_VALUE;

  /** Of requests. */
  Map<String, Long> counts() {
    return counts("");
  }

  /** Of the metric {@code name}, without series that are 0. */
  Map<String, Long> counts(String name) {
    Map<String, Long> sorted = new TreeMap<>();
    counts.forEach(
        (series, count) -> {
          boolean its =
              name.isEmpty() ? !series.startsWith("http_") : series.startsWith(name + " ");
          if (its && count.get() != 0) {
            sorted.put(series.substring(name.isEmpty() ? 0 : name.length() + 1), count.get());
          }
        });
    return sorted;
  }

  @Override
  public Family<Counter> counter(MetricSpec spec) {
    String prefix = spec == HttpMetrics.REQUESTS ? "" : spec.name() + " ";
    return values -> {
      AtomicLong count = counts.computeIfAbsent(prefix + joined(values), name -> new AtomicLong());
      return count::addAndGet;
    };
  }

  @Override
  public Family<Histogram> histogram(MetricSpec spec) {
    if (spec.scale() == 1) {
      return values ->
          distributions.computeIfAbsent(joined(values), name -> new ArrayList<>())::add;
    }
    return values -> {
      List<Duration> list = durations.computeIfAbsent(joined(values), name -> new ArrayList<>());
      return nanos -> list.add(Duration.ofNanos(nanos));
    };
  }

  /** Without the labels that are not there. */
  private static String joined(String... values) {
    return String.join(" ", values).trim();
  }

  @Override
  public void gauge(MetricSpec spec, DoubleSupplier value) {
    inFlight = value;
  }

  @Override
  public void read(MetricSpec spec, MetricSource source) {}

  @Override
  public void error(String source, Throwable error) {
    errors.add(error);
  }

  @Override
  public void serving() {
    serving++;
  }

  @Override
  public void problem(String text) {
    throw new AssertionError(text);
  }

  @Override
  public List<String> list(String key) {
    return key.equals("http.ignore") ? ignored : keyPaths;
  }

  @Override
  public String text(String key) {
    if (key.equals("auth.api-key-header")) {
      return keyHeader;
    }
    throw new AssertionError(key);
  }

  @Override
  public boolean flag(String key) {
    if (key.equals("http.request-size")) {
      return requestSize;
    }
    throw new AssertionError(key);
  }

  @Override
  public int number(String key) {
    throw new AssertionError(key);
  }

  @Override
  public long nanos(String key) {
    if (key.equals("http.slow-threshold")) {
      return slowNanos;
    }
    throw new AssertionError(key);
  }
}
