// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Label;
import io.sidelight.spi.LabelText;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.MetricSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The series of a gauge, which are read at scrapes because some follow a value of the application.
 * There are about as many as a label may have values; further ones are one series, whose labels are
 * all {@link Label#OTHER}: what is added there is summed, of what is set the last value stays.
 *
 * <p>Safe for many threads.
 */
final class GaugeFamily implements Family<Recorder>, MetricSource {

  private final String name;
  private final int labels;
  private final int maxSeries;
  private final Meters meters;
  private final Map<List<String>, GaugeSeries> series = new ConcurrentHashMap<>();

  GaugeFamily(String name, List<Label> labels, Meters meters) {
    this.name = name;
    this.labels = labels.size();
    this.maxSeries = labels.isEmpty() ? 1 : labels.get(0).cap();
    this.meters = meters;
  }

  @Override
  public Recorder series(String... labelValues) {
    List<String> key = new ArrayList<>(labels);
    for (String value : labelValues) {
      key.add(LabelText.clean(value));
    }
    GaugeSeries known = series.get(key);
    return known == null ? add(key) : known;
  }

  private synchronized GaugeSeries add(List<String> key) {
    List<String> admitted = key;
    if (series.size() >= maxSeries && !series.containsKey(key)) {
      admitted = Collections.nCopies(labels, Label.OTHER);
      meters.problem(
          "custom: "
              + name
              + ": more than "
              + maxSeries
              + " combinations of label values; further ones are \"other\"");
    }
    GaugeSeries known = series.get(admitted);
    if (known == null) {
      known = new GaugeSeries(name, meters);
      series.put(admitted, known);
    }
    return known;
  }

  @Override
  public void read(Sink sink) {
    for (Map.Entry<List<String>, GaugeSeries> each : series.entrySet()) {
      sink.add(each.getValue().value(), each.getKey().toArray(new String[0]));
    }
  }
}
