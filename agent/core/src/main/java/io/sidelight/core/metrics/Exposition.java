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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the metrics of a {@link MetricStore} for Prometheus. Used on the side port's threads. The
 * first use loads the Prometheus client library and the management beans and registers the metrics
 * of the JVM: that takes tens of milliseconds, which an application that starts should have for
 * itself.
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

  private final MetricStore store;
  private volatile @Nullable Writers writers;

  /** Loads nothing yet; once for each store. */
  public Exposition(MetricStore store) {
    this.store = store;
  }

  /**
   * Writes all metrics, or those with a name in {@code names}.
   *
   * @param names as exposed, with or without the suffixes of the format; empty for all
   */
  public void write(OutputStream out, Format format, Collection<String> names) throws IOException {
    Writers ready = writers();
    store.scrape();
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    Set<String> wanted = new HashSet<>(names);
    for (MetricFamily family : store.families()) {
      if (wanted.isEmpty() || isWanted(family.spec(), wanted)) {
        add(all, family, ready.snapshots);
      }
    }
    ExpositionFormatWriter writer = format == Format.TEXT ? ready.text : ready.openMetrics;
    // Names are legal everywhere, there is nothing to escape.
    writer.write(out, all.build(), EscapingScheme.ALLOW_UTF8);
  }

  private Writers writers() {
    Writers known = writers;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      known = writers;
      if (known == null) {
        known = new Writers(CommonLabels.of(store));
        JvmMetrics.register(store);
        writers = known;
      }
      return known;
    }
  }

  private void add(MetricSnapshots.Builder all, MetricFamily family, Snapshots snapshots) {
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

  /** What the first use makes. */
  private static final class Writers {
    final ExpositionFormatWriter text = PrometheusTextFormatWriter.create();
    final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    final Snapshots snapshots;

    Writers(Map<String, String> commonLabels) {
      snapshots = new Snapshots(commonLabels);
    }
  }
}
