// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The series of one recorded metric, by label values. Reading is weakly consistent and takes no
 * lock.
 */
abstract class SeriesFamily<S> extends MetricFamily implements Meters.Family<S> {

  /** In {@code sidelight_label_overflow_total}: not one label, but all series were too many. */
  static final String ALL_SERIES = "*";

  /** Closed labels keep their values past the series limit, within reason. */
  private static final int MAX_OVERFLOW_SERIES = 100;

  private final LabelLimit[] limits;
  private final SeriesBudget budget;
  private final @Nullable Overflows overflows;
  private final ConcurrentHashMap<List<String>, S> series = new ConcurrentHashMap<>();
  private final AtomicInteger overflowSeries = new AtomicInteger();

  SeriesFamily(
      MetricSpec spec,
      List<String> labelNames,
      LabelLimit[] limits,
      SeriesBudget budget,
      @Nullable Overflows overflows) {
    super(spec, labelNames);
    this.limits = limits;
    this.budget = budget;
    this.overflows = overflows;
  }

  /** A series that nothing has been recorded to. */
  abstract S create();

  /** How many time series Prometheus stores for one of ours. */
  abstract int weight();

  Map<List<String>, S> all() {
    return series;
  }

  @Override
  public final S series(String... labelValues) {
    if (labelValues.length != limits.length) {
      throw new IllegalArgumentException(
          spec().name() + " has " + limits.length + " labels, not " + labelValues.length);
    }
    List<String> key = Arrays.asList(admitted(labelValues));
    S found = series.get(key);
    return found != null ? found : add(key);
  }

  private String[] admitted(String[] values) {
    String[] admitted = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      String value = limits[i].clean(values[i]);
      if (limits[i].admits(value)) {
        admitted[i] = value;
      } else {
        admitted[i] = Label.OTHER;
        overflowed(labelNames().get(i));
      }
    }
    return admitted;
  }

  private S add(List<String> key) {
    if (!budget.take(weight())) {
      overflowed(ALL_SERIES);
      return collapsed(key);
    }
    S created = create();
    S earlier = series.putIfAbsent(key, created);
    if (earlier == null) {
      return created;
    }
    budget.giveBack(weight());
    return earlier;
  }

  /** The series for what finds no place: capped labels become {@code other}, closed ones stay. */
  private S collapsed(List<String> key) {
    String[] values = key.toArray(new String[0]);
    for (int i = 0; i < values.length; i++) {
      if (!limits[i].isClosed()) {
        values[i] = Label.OTHER;
      }
    }
    List<String> few = Arrays.asList(values);
    S found = series.get(few);
    if (found != null) {
      return found;
    }
    if (overflowSeries.incrementAndGet() > MAX_OVERFLOW_SERIES) {
      Arrays.fill(values, Label.OTHER);
      few = Arrays.asList(values);
      overflowSeries.decrementAndGet();
    }
    S created = create();
    S earlier = series.putIfAbsent(few, created);
    if (earlier == null) {
      budget.takeAnyway(weight());
      return created;
    }
    return earlier;
  }

  private void overflowed(String label) {
    if (overflows != null) {
      overflows.count(spec().name(), label);
    }
  }

  /** Counts label values that became {@code other}. */
  interface Overflows {
    void count(String metric, String label);
  }
}
