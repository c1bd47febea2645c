// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Keeps what is recorded, by name and label values, without any cap. */
final class RecordingMeters implements Meters, Settings {

  final AtomicInteger resolved = new AtomicInteger();
  long slowNanos = Long.MAX_VALUE;
  final List<Throwable> errors = new ArrayList<>();

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** Every series that is not zero, as {@code name[a, b] n}. */
  List<String> recorded() {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(counts)
        .forEach(
            (series, count) -> {
              if (count.sum() != 0) {
                lines.add(series + " " + count.sum());
              }
            });
    return lines;
  }

  private LongAdder adder(MetricSpec spec, String... labelValues) {
    if (spec.labels().size() != labelValues.length) {
      throw new IllegalArgumentException(spec.name() + " has other labels");
    }
    resolved.incrementAndGet();
    return counts.computeIfAbsent(spec.name() + List.of(labelValues), series -> new LongAdder());
  }

  @Override
  public Family<Counter> counter(MetricSpec spec) {
    return labelValues -> adder(spec, labelValues)::add;
  }

  @Override
  public Family<Histogram> histogram(MetricSpec spec) {
    return labelValues -> {
      LongAdder adder = adder(spec, labelValues);
      return nanos -> adder.increment();
    };
  }

  @Override
  public void error(String source, Throwable error) {
    errors.add(error);
  }

  @Override
  public void gauge(MetricSpec spec, DoubleSupplier value) {
    throw new UnsupportedOperationException(spec.name());
  }

  @Override
  public void read(MetricSpec spec, MetricSource source) {
    throw new UnsupportedOperationException(spec.name());
  }

  @Override
  public void serving() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void problem(String text) {
    throw new UnsupportedOperationException(text);
  }

  @Override
  public long nanos(String key) {
    if (key.equals("db.slow-threshold")) {
      return slowNanos;
    }
    throw new AssertionError(key);
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
  public List<String> list(String key) {
    throw new AssertionError(key);
  }
}
