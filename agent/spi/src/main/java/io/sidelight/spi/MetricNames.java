// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static java.util.Arrays.asList;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What metrics that an application declares may be called, in whatever way it declares them. */
public final class MetricNames {

  /** Labels that Prometheus, its operator or the formats set themselves. */
  private static final Set<String> RESERVED_LABELS =
      new HashSet<>(
          asList(
              "job",
              "instance",
              "namespace",
              "pod",
              "container",
              "service",
              "node",
              "cluster",
              "le",
              "quantile"));

  /** Built-in metrics, present and future, begin with these. */
  private static final List<String> RESERVED_PREFIXES =
      asList("http_", "db_", "redis_", "jvm_", "process_", "sidelight_", "business_method_");

  /** Built-in metrics of the catalogue without a prefix of their own. */
  private static final Set<String> RESERVED_NAMES =
      new HashSet<>(
          asList(
              "active_users",
              "api_key_auth_failures_total",
              "auth_attempts_total",
              "cache_evictions_total",
              "cache_hits_total",
              "cache_misses_total",
              "cache_size",
              "errors_total",
              "jwt_tokens_issued_total",
              "jwt_tokens_validated_total",
              "rate_limit_exceeded_total",
              "performance_regression_detected_total"));

  /** What names of other kinds end in: a gauge of such a name would be read as something else. */
  private static final List<String> NOT_OF_GAUGES =
      asList("_total", "_info", "_created", "_bucket");

  private MetricNames() {}

  /** Whether Prometheus takes that as the name of a metric or of a label. */
  public static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Whether that label is set by somebody else. */
  public static boolean isReservedLabel(String name) {
    return RESERVED_LABELS.contains(name);
  }

  /**
   * The name under which a metric is exposed.
   *
   * @param suffix of such metrics, added unless present; empty for gauges
   * @throws IllegalArgumentException if a metric of an application cannot have that name; the
   *     message says why
   */
  public static String exposed(String name, String suffix) {
    // Dotted names are common in other libraries; Prometheus's own form has underscores.
    String snake = name.replace('.', '_');
    String exposed = snake.endsWith(suffix) ? snake : snake + suffix;
    check(
        isName(exposed) && exposed.length() > suffix.length(),
        "\"" + name + "\" is not a metric name; use letters, digits and _");
    for (String prefix : RESERVED_PREFIXES) {
      check(!exposed.startsWith(prefix), "names with " + prefix + " are for built-in metrics");
    }
    check(!RESERVED_NAMES.contains(exposed), exposed + " is a built-in metric");
    if (suffix.isEmpty()) {
      for (String end : NOT_OF_GAUGES) {
        check(!exposed.endsWith(end), "a gauge's name does not end in " + end);
      }
    }
    return exposed;
  }

  /**
   * Checks the name of a label.
   *
   * @throws IllegalArgumentException if a metric of an application cannot have that label; the
   *     message says why
   */
  public static void checkLabel(String label) {
    check(
        isName(label) && !label.startsWith("__"),
        "\"" + label + "\" is not a label name; use letters, digits and _");
    check(!isReservedLabel(label), "the label " + label + " is reserved");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
