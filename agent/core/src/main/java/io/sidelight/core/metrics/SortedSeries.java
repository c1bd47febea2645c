// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The series of one family in the order of their labels, as they were at one moment. The Prometheus
 * client library sorts what it is given, and checks each label's name: of many series that is most
 * of a scrape, and nearly nothing when they are in order and have their labels already.
 *
 * <p>Immutable.
 *
 * @param <S> what records to a series
 */
final class SortedSeries<S> {

  private final List<Labels> labels;
  private final List<S> series;

  private SortedSeries(List<Labels> labels, List<S> series) {
    this.labels = labels;
    this.series = series;
  }

  /**
   * @param labelsOf what a series' label values become
   */
  static <S> SortedSeries<S> of(Map<List<String>, S> all, Function<List<String>, Labels> labelsOf) {
    List<Map.Entry<Labels, S>> entries = new ArrayList<>(all.size());
    for (Map.Entry<List<String>, S> entry : all.entrySet()) {
      entries.add(new SimpleImmutableEntry<>(labelsOf.apply(entry.getKey()), entry.getValue()));
    }
    entries.sort(Map.Entry.comparingByKey());
    List<Labels> labels = new ArrayList<>(entries.size());
    List<S> series = new ArrayList<>(entries.size());
    for (Map.Entry<Labels, S> entry : entries) {
      labels.add(entry.getKey());
      series.add(entry.getValue());
    }
    return new SortedSeries<>(labels, series);
  }

  int size() {
    return labels.size();
  }

  Labels labels(int index) {
    return labels.get(index);
  }

  S series(int index) {
    return series.get(index);
  }
}
