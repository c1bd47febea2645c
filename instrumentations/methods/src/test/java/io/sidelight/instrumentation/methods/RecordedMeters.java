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
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Keeps what is recorded as lines like {@code name{label="value"} 1}. */
final class RecordedMeters implements Meters {

  final List<String> problems = new ArrayList<>();
  final List<Throwable> errors = new ArrayList<>();
  final Map<String, MetricSpec> specs = new TreeMap<>();
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private static final String ERRORS = "errors_total";

  private final Map<String, DoubleAdder> values = new ConcurrentSkipListMap<>();

  /** All series that are not 0, but those of {@link #errors}. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (series, count) -> {
          if (count.sum() != 0 && !series.startsWith(ERRORS)) {
            lines.add(series + " " + count.sum());
          }
        });
    values.forEach((series, value) -> lines.add(series + " " + value.sum()));
    return lines;
  }

  /** The series of the metric that all domains have for what was thrown. */
  List<String> errors() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (series, count) -> {
          if (series.startsWith(ERRORS)) {
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

  @Override
  public Family<Gauge> gauge(MetricSpec spec) {
    MetricSpec registered = register(spec);
    return labels -> {
      DoubleAdder value =
          values.computeIfAbsent(line(registered, "", labels), key -> new DoubleAdder());
      return new Gauge() {
        @Override
        public void set(double to) {
          value.reset();
          value.add(to);
        }

        @Override
        public void add(double amount) {
          value.add(amount);
        }

        @Override
        public void follow(DoubleSupplier source) {
          throw new UnsupportedOperationException();
        }
      };
    };
  }

  private MetricSpec register(MetricSpec spec) {
    MetricSpec before = specs.putIfAbsent(spec.name(), spec);
    return before == null ? spec : before;
  }

  private LongAdder series(MetricSpec spec, String suffix, String... values) {
    return counts.computeIfAbsent(line(spec, suffix, values), key -> new LongAdder());
  }

  private static String line(MetricSpec spec, String suffix, String... values) {
    if (values.length != spec.labels().size()) {
      throw new IllegalArgumentException(spec.name() + " has other labels");
    }
    StringBuilder line = new StringBuilder(spec.name()).append(suffix).append('{');
    for (int i = 0; i < values.length; i++) {
      line.append(i == 0 ? "" : ",").append(spec.labels().get(i).name());
      line.append("=\"").append(values[i]).append('"');
    }
    return line.append('}').toString();
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
