// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import io.sidelight.core.check.HealthMetrics;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Label;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.MetricSpec;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Writes the reference of all metrics, from their declarations. */
public final class MetricsReference {

  private static final String HEAD =
      "# Metrics\n\n"
          + "Generated from the declarations by `MetricsReference`; a test fails if it is out of"
          + " date.\n"
          + "Every label is a closed set or has a limit; past it the value is `other`, totals stay"
          + " exact and `sidelight_label_overflow_total` counts.\n"
          + "`metrics.common-labels` adds labels to every metric.\n";

  private MetricsReference() {}

  /** Writes the reference of everything on the class path to the file that is the argument. */
  public static void main(String[] arguments) throws IOException {
    try (OutputStream out = new FileOutputStream(arguments[0])) {
      out.write(
          markdown(ServiceLoader.load(Instrumentation.class)).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The reference of these instrumentations, of the JVM and of Sidelight itself. */
  public static String markdown(Iterable<Instrumentation> instrumentations) {
    Map<String, Map<String, MetricSpec>> domains = new TreeMap<>();
    Map<String, List<String>> supported = new TreeMap<>();
    for (Instrumentation each : instrumentations) {
      Domain domain = each.domain();
      if (domain instanceof MethodDomain && domain.metrics().isEmpty()) {
        continue; // what it finds is among the metrics of health
      }
      Map<String, MetricSpec> metrics = domains.computeIfAbsent(domain.id(), id -> new TreeMap<>());
      for (MetricSpec spec : domain.metrics()) {
        metrics.put(spec.name(), spec);
      }
      supported.computeIfAbsent(domain.id(), id -> new ArrayList<>()).add(each.supports());
    }
    StringBuilder text = new StringBuilder(HEAD);
    for (Map.Entry<String, Map<String, MetricSpec>> domain : domains.entrySet()) {
      List<String> libraries = Objects.requireNonNull(supported.get(domain.getKey()));
      libraries.sort(null);
      section(text, "`instrument." + domain.getKey() + "`", domain.getValue().values());
      text.append("\nMeasured in: ").append(String.join("; ", libraries)).append(".\n");
    }
    section(text, "Health", HealthMetrics.specs());
    text.append(
        "\nOf pools, clients of Redis, the JVM, the disk, addresses, and methods annotated");
    text.append(" `@HealthCheck` (`instrument.health`).\n");
    section(text, "JVM and process", JvmSpecs.all());
    section(text, "Sidelight itself", AgentMetrics.specs());
    return text.toString();
  }

  private static void section(StringBuilder text, String title, Collection<MetricSpec> specs) {
    List<MetricSpec> sorted = new ArrayList<>(specs);
    sorted.sort(Comparator.comparing(MetricSpec::name));
    text.append("\n## ").append(title).append("\n\n");
    if (specs.isEmpty()) {
      text.append("Whatever the application declares.\n");
      return;
    }
    text.append("| metric | type | labels | meaning |\n| --- | --- | --- | --- |\n");
    for (MetricSpec spec : sorted) {
      text.append("| `").append(spec.name()).append("` | ").append(type(spec)).append(" | ");
      List<String> labels = new ArrayList<>();
      for (Label label : spec.labels()) {
        labels.add(describe(label));
      }
      text.append(String.join("<br>", labels)).append(" | ").append(cell(spec.help()));
      if (!spec.buckets().isEmpty()) {
        text.append(spec.help().endsWith(".") ? " Buckets" : ". Buckets")
            .append(key(spec))
            .append(": ")
            .append(bounds(spec))
            .append(spec.scale() == 1 ? "." : " s.");
      }
      text.append(" |\n");
    }
  }

  private static String type(MetricSpec spec) {
    switch (spec.type()) {
      case COUNTER:
        return "counter";
      case HISTOGRAM:
        return spec.buckets().isEmpty() ? "summary" : "histogram";
      default:
        return spec.name().endsWith("_info") ? "info" : "gauge";
    }
  }

  private static String describe(Label label) {
    String text = "`" + label.name() + "`: " + cell(label.help());
    if (label.isClosed()) {
      return text;
    }
    text += "; at most " + label.cap();
    return label.capKey() == null ? text : text + " (`" + label.capKey() + "`)";
  }

  private static String key(MetricSpec spec) {
    return spec.bucketsKey() == null ? "" : " (`" + spec.bucketsKey() + "`)";
  }

  private static String bounds(MetricSpec spec) {
    List<String> bounds = new ArrayList<>();
    for (double bound : spec.buckets()) {
      bounds.add(BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString());
    }
    return String.join(" ", bounds);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
