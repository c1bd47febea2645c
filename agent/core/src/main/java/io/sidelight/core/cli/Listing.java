// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.WeavePoint;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Shows which libraries are supported, where they are woven, and what that measures. */
final class Listing {

  private static final int WIDTH = 140;
  private static final int ID_WIDTH = 16;
  private static final int METRIC_WIDTH = 58;
  private static final int MOST_PLACES = 30;
  private static final int MOST_BROKEN = 100;

  private final PrintStream out;
  private final PrintStream err;

  Listing(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Prints the instrumentations that {@code loader} finds; false if one is broken. */
  boolean print(ClassLoader loader) {
    Map<String, Instrumentation> instrumentations = new TreeMap<>();
    boolean sound = find(loader, instrumentations);
    Map<String, Domain> domains = new TreeMap<>();
    out.println("Libraries and where they are woven:");
    for (Instrumentation each : instrumentations.values()) {
      domains.put(each.domain().id(), each.domain());
      print(each);
    }
    for (Domain domain : domains.values()) {
      print(domain);
    }
    return sound;
  }

  private boolean find(ClassLoader loader, Map<String, Instrumentation> found) {
    int broken = 0;
    Iterator<Instrumentation> iterator =
        ServiceLoader.load(Instrumentation.class, loader).iterator();
    // Bounded, because a loader that cannot be read at all fails for ever.
    while (broken < MOST_BROKEN) {
      try {
        if (!iterator.hasNext()) {
          break;
        }
        Instrumentation each = iterator.next();
        found.put(each.id(), each);
      } catch (ServiceConfigurationError e) {
        Throwable cause = e.getCause();
        err.println(
            "an instrumentation cannot be loaded: "
                + e.getMessage()
                + (cause == null ? "" : ": " + cause));
        broken++;
      }
    }
    return broken == 0;
  }

  private void print(Instrumentation instrumentation) {
    out.println();
    out.println(
        Columns.padded(instrumentation.id(), ID_WIDTH)
            + Columns.cut(instrumentation.supports(), WIDTH - ID_WIDTH));
    // Once, though several kinds of advice may be for it.
    Set<String> places = new LinkedHashSet<>();
    for (WeavePoint point : instrumentation.weavePoints()) {
      if (places.add(point.toString()) && places.size() <= MOST_PLACES) {
        out.println("  " + Columns.cut(point.toString(), WIDTH - 2));
      }
    }
    if (places.size() > MOST_PLACES) {
      out.println("  and " + (places.size() - MOST_PLACES) + " more");
    }
  }

  private void print(Domain domain) {
    out.println();
    out.println(
        "Metrics of " + domain.id() + " (instrument." + domain.id() + "=false switches them off):");
    for (MetricSpec metric : domain.metrics()) {
      out.println("  " + Columns.padded(name(metric), METRIC_WIDTH) + metric.help());
    }
  }

  private static String name(MetricSpec metric) {
    StringBuilder name = new StringBuilder(metric.name());
    String separator = "{";
    for (Label label : metric.labels()) {
      name.append(separator).append(label.name());
      separator = ",";
    }
    return metric.labels().isEmpty() ? name.toString() : name.append('}').toString();
  }
}
