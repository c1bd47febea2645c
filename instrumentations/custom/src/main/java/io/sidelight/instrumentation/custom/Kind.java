// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Meters.Gauge;
import io.sidelight.spi.Meters.Histogram;
import io.sidelight.spi.MetricSpec;
import java.util.List;
import java.util.Locale;

/** The kinds of metrics that an application can make. */
enum Kind {
  COUNTER("_total") {
    @Override
    Family<Recorder> open(String name, String help, List<Label> labels, Meters meters) {
      Family<Counter> amounts = meters.counter(labelled(MetricSpec.amount(name, help), labels));
      return new Family<Recorder>() {
        @Override
        public Recorder series(String... labelValues) {
          return new CounterSeries(name, amounts.series(labelValues), meters);
        }
      };
    }
  },

  TIMER("_seconds") {
    @Override
    Family<Recorder> open(String name, String help, List<Label> labels, Meters meters) {
      MetricSpec spec = labelled(MetricSpec.histogram(name, help).businessBuckets(), labels);
      Family<Histogram> timers = meters.histogram(spec);
      return new Family<Recorder>() {
        @Override
        public Recorder series(String... labelValues) {
          return new TimerSeries(name, timers.series(labelValues), meters);
        }
      };
    }
  },

  GAUGE("") {
    @Override
    Family<Recorder> open(String name, String help, List<Label> labels, Meters meters) {
      Family<Gauge> gauges = meters.gauge(labelled(MetricSpec.gauge(name, help), labels));
      return new Family<Recorder>() {
        @Override
        public Recorder series(String... labelValues) {
          return new GaugeSeries(name, gauges.series(labelValues), meters);
        }
      };
    }
  };

  private final String suffix;

  Kind(String suffix) {
    this.suffix = suffix;
  }

  /**
   * The kind that a method makes.
   *
   * @param method e.g. {@code counter}
   */
  static Kind of(String method) {
    return valueOf(method.toUpperCase(Locale.ROOT));
  }

  /** What names of such metrics end in; empty if in anything. */
  String suffix() {
    return suffix;
  }

  /** Registers a metric. */
  abstract Family<Recorder> open(String name, String help, List<Label> labels, Meters meters);

  private static MetricSpec labelled(MetricSpec spec, List<Label> labels) {
    MetricSpec labelled = spec;
    for (Label label : labels) {
      labelled = labelled.label(label);
    }
    return labelled;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
