// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Keeps what is recorded as lines like {@code name{label="value"} 1}. */
final class RecordedMeters implements Meters {

  final List<String> problems = new ArrayList<>();
  final List<Throwable> errors = new ArrayList<>();
  final Map<String, MetricSpec> specs = new TreeMap<>();
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  /** All series that are not 0. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (series, count) -> {
          if (count.sum() != 0) {
            lines.add(series + " " + count.sum());
          }
        });
    return lines;
  }

  @Override
  public Family<Counter> counter(MetricSpec spec) {
    MetricSpec registered = register(spec);
    return values -> series(registered, "", values)::add;
  }

  @Override
  public Family<Histogram> histogram(MetricSpec spec) {
    MetricSpec registered = register(spec);
    return values -> {
      LongAdder count = series(registered, "_count", values);
      return nanos -> count.increment();
    };
  }

  private MetricSpec register(MetricSpec spec) {
    MetricSpec before = specs.putIfAbsent(spec.name(), spec);
    return before == null ? spec : before;
  }

  private LongAdder series(MetricSpec spec, String suffix, String... values) {
    if (values.length != spec.labels().size()) {
      throw new IllegalArgumentException(spec.name() + " has other labels");
    }
    StringBuilder line = new StringBuilder(spec.name()).append(suffix).append('{');
    for (int i = 0; i < values.length; i++) {
      line.append(i == 0 ? "" : ",").append(spec.labels().get(i).name());
      line.append("=\"").append(values[i]).append('"');
    }
    return counts.computeIfAbsent(line.append('}').toString(), key -> new LongAdder());
  }

  @Override
  public void gauge(MetricSpec spec, DoubleSupplier value) {}

  @Override
  public void read(MetricSpec spec, MetricSource source) {}

  @Override
  public void error(String source, Throwable error) {
    errors.add(error);
  }

  @Override
  public void serving() {}

  @Override
  public void problem(String text) {
    if (!problems.contains(text)) {
      problems.add(text);
    }
  }
}
