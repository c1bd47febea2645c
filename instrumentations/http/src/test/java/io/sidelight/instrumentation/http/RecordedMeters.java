// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.spi.Meters;
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

/** Keeps what is recorded, without caps, by the label values joined with a blank. */
final class RecordedMeters implements Meters, Settings {

  final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  final Map<String, List<Duration>> durations = new ConcurrentHashMap<>();
  final List<Throwable> errors = new ArrayList<>();
  List<String> ignored = List.of();
  DoubleSupplier inFlight = () -> -1;
  int serving;

  Map<String, Long> counts() {
    Map<String, Long> sorted = new TreeMap<>();
    counts.forEach((name, count) -> sorted.put(name, count.get()));
    return sorted;
  }

  @Override
  public Family<Counter> counter(MetricSpec spec) {
    return values -> {
      AtomicLong count = counts.computeIfAbsent(String.join(" ", values), name -> new AtomicLong());
      return count::addAndGet;
    };
  }

  @Override
  public Family<Timer> histogram(MetricSpec spec) {
    return values -> {
      List<Duration> list =
          durations.computeIfAbsent(String.join(" ", values), name -> new ArrayList<>());
      return nanos -> list.add(Duration.ofNanos(nanos));
    };
  }

  @Override
  public void gauge(MetricSpec spec, DoubleSupplier value) {
    inFlight = value;
  }

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
    return key.equals("http.ignore") ? ignored : List.of();
  }

  @Override
  public String text(String key) {
    throw new AssertionError(key);
  }

  @Override
  public boolean flag(String key) {
    throw new AssertionError(key);
  }

  @Override
  public int number(String key) {
    throw new AssertionError(key);
  }

  @Override
  public long nanos(String key) {
    throw new AssertionError(key);
  }
}
