// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns families into the snapshots that the Prometheus client library writes. */
final class Snapshots {

  private static final String INFO_SUFFIX = "_info";
  private static final String TOTAL_SUFFIX = "_total";

  private final Map<String, String> commonLabels;

  /** What {@link #sorted} found last. Series are never taken out of a family. */
  private final Map<SeriesFamily<?>, SortedSeries<?>> sorted = new ConcurrentHashMap<>();

  private final Map<MetricFamily, MetricMetadata> metadata = new ConcurrentHashMap<>();

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
    if (family instanceof GaugeFamily) {
      return gauge((GaugeFamily) family);
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
    SortedSeries<Meters.Counter> all = sorted(family);
    List<CounterSnapshot.CounterDataPointSnapshot> points = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      CounterFamily.StripedCounter counter = (CounterFamily.StripedCounter) all.series(i);
      points.add(
          CounterSnapshot.CounterDataPointSnapshot.builder()
              .labels(all.labels(i))
              .value(counter.scaledValue())
              .build());
    }
    return new CounterSnapshot(metadata(family), points);
  }

  private GaugeSnapshot gauge(GaugeFamily family) {
    SortedSeries<Meters.Gauge> all = sorted(family);
    List<GaugeSnapshot.GaugeDataPointSnapshot> points = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      double value = ((GaugeFamily.StoredGauge) all.series(i)).value();
      if (!Double.isNaN(value)) {
        points.add(
            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(all.labels(i))
                .value(value)
                .build());
      }
    }
    return new GaugeSnapshot(metadata(family), points);
  }

  private HistogramSnapshot histogram(HistogramFamily family) {
    double[] finite = family.bounds();
    double[] bounds = Arrays.copyOf(finite, finite.length + 1);
    bounds[finite.length] = Double.POSITIVE_INFINITY;
    SortedSeries<Meters.Histogram> all = sorted(family);
    List<HistogramSnapshot.HistogramDataPointSnapshot> points = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      HistogramFamily.BucketHistogram series = (HistogramFamily.BucketHistogram) all.series(i);
      points.add(
          HistogramSnapshot.HistogramDataPointSnapshot.builder()
              .labels(all.labels(i))
              .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, series.counts()))
              .sum(series.scaledSum())
              .build());
    }
    return new HistogramSnapshot(metadata(family), points);
  }

  /** What the library checks the names in. */
  private MetricMetadata metadata(MetricFamily family) {
    MetricMetadata known = metadata.get(family);
    if (known == null) {
      MetricSpec spec = family.spec();
      known = new MetricMetadata(plain(spec), spec.help());
      metadata.put(family, known);
    }
    return known;
  }

  /** Without the suffix that the format adds to its type. */
  private static String plain(MetricSpec spec) {
    String name = spec.name();
    String suffix = spec.type() == MetricSpec.Type.COUNTER ? TOTAL_SUFFIX : INFO_SUFFIX;
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
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
  }

  private final class CounterSink extends Sink {
    private final List<CounterSnapshot.CounterDataPointSnapshot> points = new ArrayList<>();

    CounterSink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      points.add(
          CounterSnapshot.CounterDataPointSnapshot.builder().labels(labels).value(value).build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return new CounterSnapshot(metadata(family), points);
    }
  }

  private final class GaugeSink extends Sink {
    private final List<GaugeSnapshot.GaugeDataPointSnapshot> points = new ArrayList<>();

    GaugeSink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      points.add(
          GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return new GaugeSnapshot(metadata(family), points);
    }
  }

  private final class InfoSink extends Sink {
    private final List<InfoSnapshot.InfoDataPointSnapshot> points = new ArrayList<>();

    InfoSink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      points.add(InfoSnapshot.InfoDataPointSnapshot.builder().labels(labels).build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return new InfoSnapshot(metadata(family), points);
    }
  }

  private final class SummarySink extends Sink {
    private final List<SummarySnapshot.SummaryDataPointSnapshot> points = new ArrayList<>();

    SummarySink(SourceFamily family) {
      super(family);
    }

    @Override
    void add(double value, Labels labels) {
      throw new UnsupportedOperationException(family.spec().name() + " is a distribution");
    }

    @Override
    public void add(long count, double sumSeconds, String... labelValues) {
      points.add(
          SummarySnapshot.SummaryDataPointSnapshot.builder()
              .labels(clean(labelValues))
              .count(count)
              .sum(sumSeconds)
              .build());
    }

    MetricSnapshot snapshot() {
      family.source().read(this);
      return new SummarySnapshot(metadata(family), points);
    }
  }
}
