// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns families into the snapshots that the Prometheus client library writes. */
final class Snapshots {

  private static final String INFO_SUFFIX = "_info";

  private final Map<String, String> commonLabels;

  /** What {@link #sorted} found last. Series are never taken out of a family. */
  private final Map<SeriesFamily<?>, SortedSeries<?>> sorted = new ConcurrentHashMap<>();

  Snapshots(Map<String, String> commonLabels) {
    this.commonLabels = commonLabels;
  }

  MetricSnapshot of(MetricFamily family) {
    if (family instanceof CounterFamily) {
      return counter((CounterFamily) family);
    }
    if (family instanceof HistogramFamily) {
      return histogram((HistogramFamily) family);
    }
    SourceFamily read = (SourceFamily) family;
    MetricSpec spec = read.spec();
    switch (spec.type()) {
      case COUNTER:
        return new CounterSink(read).snapshot();
      case HISTOGRAM:
        return new SummarySink(read).snapshot();
      default:
        return spec.name().endsWith(INFO_SUFFIX)
            ? new InfoSink(read).snapshot()
            : new GaugeSink(read).snapshot();
    }
  }

  private CounterSnapshot counter(CounterFamily family) {
    CounterSnapshot.Builder builder =
        CounterSnapshot.builder().name(family.spec().name()).help(family.spec().help());
    SortedSeries<Meters.Counter> all = sorted(family);
    for (int i = 0; i < all.size(); i++) {
      CounterFamily.StripedCounter counter = (CounterFamily.StripedCounter) all.series(i);
      builder.dataPoint(
          CounterSnapshot.CounterDataPointSnapshot.builder()
              .labels(all.labels(i))
              .value((double) counter.value())
              .build());
    }
    return builder.build();
  }

  private HistogramSnapshot histogram(HistogramFamily family) {
    HistogramSnapshot.Builder builder =
        HistogramSnapshot.builder().name(family.spec().name()).help(family.spec().help());
    double[] finite = family.bounds();
    double[] bounds = Arrays.copyOf(finite, finite.length + 1);
    bounds[finite.length] = Double.POSITIVE_INFINITY;
    SortedSeries<Meters.Histogram> all = sorted(family);
    for (int i = 0; i < all.size(); i++) {
      HistogramFamily.BucketHistogram series = (HistogramFamily.BucketHistogram) all.series(i);
      builder.dataPoint(
          HistogramSnapshot.HistogramDataPointSnapshot.builder()
              .labels(all.labels(i))
              .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, series.counts()))
              .sum(series.scaledSum())
              .build());
    }
    return builder.build();
  }

  @SuppressWarnings("unchecked") // Each family's own.
  private <S> SortedSeries<S> sorted(SeriesFamily<S> family) {
    Map<List<String>, S> all = family.all();
    SortedSeries<S> known = (SortedSeries<S>) sorted.get(family);
    if (known == null || known.size() != all.size()) {
      known = SortedSeries.of(all, values -> labels(family, values));
      sorted.put(family, known);
    }
    return known;
  }

  /** A family's own labels win over common ones of the same name. */
  private Labels labels(MetricFamily family, List<String> values) {
    List<String> names = family.labelNames();
    if (names.size() != values.size()) {
      throw new IllegalArgumentException(family.spec().name() + ": " + values);
    }
    Labels.Builder builder = Labels.builder();
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).isEmpty()) {
        builder.label(names.get(i), values.get(i));
      }
    }
    for (Map.Entry<String, String> common : commonLabels.entrySet()) {
      if (!names.contains(common.getKey())) {
        builder.label(common.getKey(), common.getValue());
      }
    }
    return builder.build();
  }

  /** Collects what a source reads. */
  private abstract class Sink implements MetricSource.Sink {
    final SourceFamily family;

    Sink(SourceFamily family) {
      this.family = family;
    }

    abstract void add(double value, Labels labels);

    @Override
    public final void add(double value, String... labelValues) {
      if (!Double.isNaN(value)) {
        add(value, clean(labelValues));
      }
    }

    @Override
    public void add(long count, double sumSeconds, String... labelValues) {
      throw new UnsupportedOperationException(family.spec().name() + " is not a distribution");
    }

    final Labels clean(String[] labelValues) {
      String[] cleaned = new String[labelValues.length];
      for (int i = 0; i < cleaned.length; i++) {
        cleaned[i] = LabelText.clean(labelValues[i]);
      }
      return labels(family, Arrays.asList(cleaned));
    }

    final <B extends MetricSnapshot.Builder<B>> B named(B builder) {
      return builder.name(family.spec().name()).help(family.spec().help());
    }
  }

  private final class CounterSink extends Sink {
    private final CounterSnapshot.Builder builder = CounterSnapshot.builder();

    CounterSink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      builder.dataPoint(
          CounterSnapshot.CounterDataPointSnapshot.builder().labels(labels).value(value).build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return named(builder).build();
    }
  }

  private final class GaugeSink extends Sink {
    private final GaugeSnapshot.Builder builder = GaugeSnapshot.builder();

    GaugeSink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      builder.dataPoint(
          GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return named(builder).build();
    }
  }

  private final class InfoSink extends Sink {
    private final InfoSnapshot.Builder builder = InfoSnapshot.builder();

    InfoSink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      builder.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder().labels(labels).build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return named(builder).build();
    }
  }

  private final class SummarySink extends Sink {
    private final SummarySnapshot.Builder builder = SummarySnapshot.builder();

    SummarySink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      throw new UnsupportedOperationException(family.spec().name() + " is a distribution");
    }

    @Override
    public void add(long count, double sumSeconds, String... labelValues) {
      builder.dataPoint(
          SummarySnapshot.SummaryDataPointSnapshot.builder()
              .labels(clean(labelValues))
              .count(count)
              .sum(sumSeconds)
              .build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return named(builder).build();
    }
  }
}
