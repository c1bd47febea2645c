// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.MetricNames;
import io.sidelight.spi.WovenMethod;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one annotation asks for: the metric's exposed name, empty if it has none, and its constant
 * labels, sorted by name. Immutable.
 */
final class Declared {

  /** What an annotated method has in any case. */
  private static final String STATUS = "status";

  final String name;
  final String description;
  final Map<String, String> labels;

  private Declared(String name, String description, Map<String, String> labels) {
    this.name = name;
    this.description = description;
    this.labels = labels;
  }

  /**
   * Reads the values of an annotation.
   *
   * @param suffix of the exposed name, added unless present
   * @throws IllegalArgumentException if they cannot become a metric; the message says why
   */
  static Declared of(Map<String, Object> values, String suffix) {
    String name = text(values, "name");
    String[] labels = (String[]) values.getOrDefault("labels", new String[0]);
    if (name.isEmpty()) {
      check(labels.length == 0, "labels need a name: all methods without one share a metric");
      return new Declared("", text(values, "description"), labels(labels));
    }
    return new Declared(
        MetricNames.exposed(name, suffix), text(values, "description"), labels(labels));
  }

  /** Whether the metric is this annotation's own; else it is the one of all unnamed methods. */
  boolean isNamed() {
    return !name.isEmpty();
  }

  private static String text(Map<String, Object> values, String property) {
    return String.valueOf(values.getOrDefault(property, ""));
  }

  private static Map<String, String> labels(String[] pairs) {
    check(pairs.length % 2 == 0, "labels are pairs of a name and a value");
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String label = pairs[i];
      MetricNames.checkLabel(label);
      check(!label.equals(STATUS), "the label status is reserved");
      check(labels.put(label, pairs[i + 1]) == null, "the label " + label + " is there twice");
    }
    return labels;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** {@code Line} for {@code com.acme.Orders}, as {@link Class#getSimpleName} has it. */
  static String simpleName(WovenMethod method) {
    String name = method.className();
    name = name.substring(name.lastIndexOf('.') + 1);
    int nested = name.lastIndexOf('$', name.length() - 2);
    String last = nested <= 0 ? name : name.substring(nested + 1).replaceFirst("^[0-9]+", "");
    return last.isEmpty() ? name : last; // an anonymous class has no simple name: Orders
  }
}
