// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricNames;
import io.sidelight.spi.MetricSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What metrics and labels may be called. */
final class NameRules {

  /** Metrics with these prefixes must have been declared before. */
  private static final List<String> OWN_PREFIXES = asList("sidelight_", "jvm_", "process_");

  private NameRules() {}

  /** Why {@code spec} cannot be registered; null if it can. */
  static @Nullable String fault(MetricSpec spec) {
    if (!MetricNames.isName(spec.name())) {
      return "is not a legal metric name";
    }
    Set<String> names = new HashSet<>();
    for (Label label : spec.labels()) {
      String fault = labelFault(label.name());
      if (fault != null) {
        return fault;
      }
      if (!names.add(label.name())) {
        return "has the label " + label.name() + " twice";
      }
    }
    return null;
  }

  /** Why a label cannot have that name; null if it can. */
  static @Nullable String labelFault(String name) {
    if (!MetricNames.isName(name) || name.startsWith("__")) {
      return "has the illegal label name \"" + LabelText.clean(name) + "\"";
    }
    return MetricNames.isReservedLabel(name) ? "has the reserved label name " + name : null;
  }

  static boolean isOwn(String metric) {
    for (String prefix : OWN_PREFIXES) {
      if (metric.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Every name that a metric takes in one of the text formats. */
  static List<String> exposed(MetricSpec spec) {
    String name = spec.name();
    switch (spec.type()) {
      case COUNTER:
        String base = name.substring(0, name.length() - "_total".length());
        return asList(name, base, base + "_created");
      case HISTOGRAM:
        return asList(name, name + "_bucket", name + "_count", name + "_sum", name + "_created");
      default:
        return singletonList(name);
    }
  }
}
