// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sidelight.spi.MetricSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes the metrics of a {@link MetricStore} for Prometheus. Created and used on the side port's
 * threads, after {@code premain}: it loads the Prometheus client library and the management beans.
 *
 * <p>Threads that record are never waited for, nor do they wait.
 */
public final class Exposition {

  /** The text formats. */
  public enum Format {
    /** Prometheus text format 0.0.4. */
    TEXT(PrometheusTextFormatWriter.CONTENT_TYPE),
    /** OpenMetrics 1.0. */
    OPEN_METRICS(OpenMetricsTextFormatWriter.CONTENT_TYPE);

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
      return contentType;
    }
  }

  private final ExpositionFormatWriter text = PrometheusTextFormatWriter.create();
  private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
  private final MetricStore store;
  private final Snapshots snapshots;

  /** Adds the metrics of the JVM to {@code store}; once for each store. */
  public Exposition(MetricStore store) {
    this.store = store;
    this.snapshots = new Snapshots(CommonLabels.of(store));
    JvmMetrics.register(store);
  }

  /**
   * Writes all metrics, or those with a name in {@code names}.
   *
   * @param names as exposed, with or without the suffixes of the format; empty for all
   */
  public void write(OutputStream out, Format format, Collection<String> names) throws IOException {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    Set<String> wanted = new HashSet<>(names);
    for (MetricFamily family : store.families()) {
      if (wanted.isEmpty() || isWanted(family.spec(), wanted)) {
        add(all, family);
      }
    }
    ExpositionFormatWriter writer = format == Format.TEXT ? text : openMetrics;
    // Names are legal everywhere, there is nothing to escape.
    writer.write(out, all.build(), EscapingScheme.ALLOW_UTF8);
  }

  private void add(MetricSnapshots.Builder all, MetricFamily family) {
    try {
      MetricSnapshot snapshot = snapshots.of(family);
      if (!snapshot.getDataPoints().isEmpty()) {
        all.metricSnapshot(snapshot);
      }
    } catch (Throwable e) {
      // One broken source must not cost the whole scrape.
      store.error("metrics", e);
    }
  }

  private static boolean isWanted(MetricSpec spec, Set<String> wanted) {
    for (String name : NameRules.exposed(spec)) {
      if (wanted.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
