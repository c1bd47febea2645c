// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.WovenMethod;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one annotation asks for: the metric's exposed name, empty if it has none, and its constant
 * labels, sorted by name. Immutable.
 */
final class Declared {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private static final Set<String> RESERVED_LABELS =
      new HashSet<>(
          Arrays.asList(
              "job",
              "instance",
              "namespace",
              "pod",
              "container",
              "service",
              "node",
              "cluster",
              "le",
              "quantile",
              "status"));

  // Built-in metrics, present and future, begin with these.
  private static final String[] RESERVED_PREFIXES = {
    "http_", "db_", "redis_", "jvm_", "process_", "sidelight_", "business_method_"
  };

  // Built-in metrics of the catalogue without a prefix of their own.
  private static final Set<String> RESERVED_NAMES =
      new HashSet<>(
          Arrays.asList(
              "cache_hits_total",
              "cache_misses_total",
              "auth_attempts_total",
              "api_key_auth_failures_total",
              "errors_total",
              "jwt_tokens_issued_total",
              "jwt_tokens_validated_total",
              "rate_limit_exceeded_total",
              "performance_regression_detected_total"));

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
    return new Declared(exposed(name, suffix), text(values, "description"), labels(labels));
  }

  /** Whether the metric is this annotation's own; else it is the one of all unnamed methods. */
  boolean isNamed() {
    return !name.isEmpty();
  }

  private static String text(Map<String, Object> values, String property) {
    return String.valueOf(values.getOrDefault(property, ""));
  }

  private static String exposed(String name, String suffix) {
    // Dotted names are common in other libraries; Prometheus's own form has underscores.
    String snake = name.replace('.', '_');
    String exposed = snake.endsWith(suffix) ? snake : snake + suffix;
    check(
        NAME.matcher(exposed).matches() && exposed.length() > suffix.length(),
        "\"" + name + "\" is not a metric name; use letters, digits and _");
    for (String prefix : RESERVED_PREFIXES) {
      check(!exposed.startsWith(prefix), "names with " + prefix + " are for built-in metrics");
    }
    check(!RESERVED_NAMES.contains(exposed), exposed + " is a built-in metric");
    return exposed;
  }

  private static Map<String, String> labels(String[] pairs) {
    check(pairs.length % 2 == 0, "labels are pairs of a name and a value");
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String label = pairs[i];
      check(
          NAME.matcher(label).matches() && !label.startsWith("__"),
          "\"" + label + "\" is not a label name; use letters, digits and _");
      check(!RESERVED_LABELS.contains(label), "the label " + label + " is reserved");
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
