// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Label;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.WovenMethod;

/** Metrics of annotated methods: three that all unnamed ones share, and one for each name. */
final class BusinessMetrics {

  /** The largest number of unnamed methods that have series of their own. */
  static final int MAX_METHODS = 300;

  private static final int MAX_VALUES = 50;

  private static final Label CLASS =
      Label.capped("class", "simple name of the declaring class", MAX_METHODS);
  private static final Label METHOD = Label.capped("method", "name of the method", MAX_METHODS);
  private static final Label STATUS =
      Label.closed("status", "success, or error if it threw or what it returned failed later");

  static final MetricSpec DURATION =
      MetricSpec.histogram(
              "business_method_duration_seconds",
              "Duration of annotated business methods (when no name is given)")
          .label(CLASS)
          .label(METHOD)
          .label(STATUS)
          .businessBuckets();

  static final MetricSpec CALLS =
      MetricSpec.counter("business_method_calls_total", "Calls of annotated business methods")
          .label(CLASS)
          .label(METHOD)
          .label(STATUS);

  static final MetricSpec IN_FLIGHT =
      MetricSpec.gauge("business_method_in_flight", "Annotated business methods running now")
          .label(CLASS)
          .label(METHOD);

  private BusinessMetrics() {}

  static MetricSpec timer(Declared declared, WovenMethod method) {
    if (!declared.isNamed()) {
      return DURATION;
    }
    String help = help(declared, "Time taken by " + name(method));
    MetricSpec spec = MetricSpec.histogram(declared.name, help);
    return labelled(
        declared.buckets.length == 0 ? spec.businessBuckets() : spec.buckets(declared.buckets),
        declared);
  }

  static MetricSpec counter(Declared declared, WovenMethod method) {
    if (!declared.isNamed()) {
      return CALLS;
    }
    return labelled(
        declared.amount.isEmpty()
            ? MetricSpec.counter(declared.name, help(declared, "Calls of " + name(method)))
            : MetricSpec.amount(declared.name, help(declared, "Sum over calls of " + name(method))),
        declared);
  }

  static MetricSpec running(Declared declared, WovenMethod method) {
    if (!declared.isNamed()) {
      return IN_FLIGHT;
    }
    String help = help(declared, "Calls of " + name(method) + " running now");
    return labelled(MetricSpec.gauge(declared.name, help), declared);
  }

  static MetricSpec gauge(Declared declared, WovenMethod method) {
    String help = help(declared, "Last value of " + name(method));
    return labelled(MetricSpec.gauge(declared.name, help), declared);
  }

  private static String name(WovenMethod method) {
    return Declared.simpleName(method) + "." + Declared.name(method);
  }

  private static String help(Declared declared, String otherwise) {
    return declared.description.isEmpty() ? otherwise : declared.description;
  }

  private static MetricSpec labelled(MetricSpec spec, Declared declared) {
    MetricSpec labelled = declared.kind.hasStatus() ? spec.label(STATUS) : spec;
    for (String label : declared.labels.keySet()) {
      labelled = labelled.label(Label.capped(label, "declared by annotations", MAX_VALUES));
    }
    return labelled;
  }
}
