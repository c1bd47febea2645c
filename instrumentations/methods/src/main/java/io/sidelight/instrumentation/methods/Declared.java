// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.WovenMethod;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation asks for: the metric's exposed name, empty if it has none, its labels, sorted
 * by name, and what is read of each call. Immutable.
 */
final class Declared {

  /** What a metric tells of the calls of its methods. */
  enum Kind {
    /** How long they take. */
    TIMER("_seconds", true),
    /** How many there were. */
    COUNTER("_total", true),
    /** How many there are now. */
    RUNNING("_in_flight", false),
    /** What the last one returned. */
    GAUGE("", false);

    private final String suffix;
    private final boolean status;

    Kind(String suffix, boolean status) {
      this.suffix = suffix;
      this.status = status;
    }

    /** Whether calls that failed have a series of their own. */
    boolean hasStatus() {
      return status;
    }
  }

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final String STATUS = "status";
  private static final String A_NAME = " a name: all methods without one share a metric";
  private static final int MAX_BUCKETS = 100;

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
              "quantile"));

  // Built-in metrics, present and future, begin with these.
  private static final String[] RESERVED_PREFIXES = {
    "http_", "db_", "redis_", "jvm_", "process_", "sidelight_", "business_method_"
  };

  // Built-in metrics of the catalogue without a prefix of their own.
  private static final Set<String> RESERVED_NAMES =
      new HashSet<>(
          Arrays.asList(
              "active_users",
              "cache_evictions_total",
              "cache_hits_total",
              "cache_misses_total",
              "cache_size",
              "auth_attempts_total",
              "api_key_auth_failures_total",
              "errors_total",
              "jwt_tokens_issued_total",
              "jwt_tokens_validated_total",
              "rate_limit_exceeded_total",
              "performance_regression_detected_total"));

  // A gauge of such a name would be read as something else.
  private static final String[] NOT_OF_GAUGES = {"_total", "_info", "_created", "_bucket"};

  final Kind kind;
  final String name;
  final String description;
  final Map<String, String> labels;

  /** A {@link Condition}; empty if only exceptions are failures. */
  final String failureWhen;

  /** An {@link Expression}; empty if calls are counted. */
  final String amount;

  /** Upper bounds in seconds; empty for those of the configuration. */
  final double[] buckets;

  /** Whether calls that succeed leave no trace. */
  final boolean failuresOnly;

  /** The class of what must be thrown for a failure to count; empty for any. */
  private final String cause;

  private Declared(Kind kind, String name, Map<String, Object> values) {
    this.kind = kind;
    this.name = name;
    description = text(values, "description");
    labels = labels(texts(values, "labels"), kind);
    failureWhen = text(values, "failureWhen");
    amount = text(values, "amount");
    buckets = buckets(texts(values, "buckets"));
    failuresOnly = Boolean.TRUE.equals(values.get("failuresOnly"));
    cause = text(values, "cause");
  }

  /**
   * Reads the values of an annotation.
   *
   * @throws IllegalArgumentException if they cannot become a metric; the message says why
   */
  static Declared of(Kind kind, Map<String, Object> values) {
    String name = text(values, "name");
    if (!name.isEmpty()) {
      return new Declared(kind, exposed(name, kind), values);
    }
    check(kind != Kind.GAUGE, "a gauge needs a name");
    check(texts(values, "labels").length == 0, "labels need" + A_NAME);
    check(texts(values, "buckets").length == 0, "buckets need" + A_NAME);
    check(text(values, "amount").isEmpty(), "an amount needs" + A_NAME);
    return new Declared(kind, "", values);
  }

  /** Whether the metric is this annotation's own; else it is the one of all unnamed methods. */
  boolean isNamed() {
    return !name.isEmpty();
  }

  /** Whether something is read of each call. */
  boolean reads() {
    boolean reads = kind == Kind.GAUGE || !failureWhen.isEmpty() || !amount.isEmpty();
    for (String value : labels.values()) {
      reads |= Expression.isOne(value);
    }
    return reads;
  }

  /** Whether a call that ended so counts. */
  boolean counts(boolean failed, @Nullable Throwable thrown) {
    return !failuresOnly || (failed && (cause.isEmpty() || isCause(thrown)));
  }

  private boolean isCause(@Nullable Throwable thrown) {
    Throwable own = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    for (Class<?> type = own == null ? null : own.getClass();
        type != null;
        type = type.getSuperclass()) {
      if (type.getName().equals(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Why this cannot be a part of the metric that {@code other} is part of; null if it can. */
  @Nullable String differsFrom(Declared other) {
    if (!labels.keySet().equals(other.labels.keySet())) {
      return name
          + " has the labels "
          + other.labels.keySet()
          + " on another method; all methods of a metric need the same";
    }
    if (amount.isEmpty() != other.amount.isEmpty()) {
      return name + " counts calls on one method and adds amounts on another";
    }
    return Arrays.equals(buckets, other.buckets) ? null : name + " has other buckets elsewhere";
  }

  private static String text(Map<String, Object> values, String property) {
    return String.valueOf(values.getOrDefault(property, ""));
  }

  private static String[] texts(Map<String, Object> values, String property) {
    return (String[]) values.getOrDefault(property, new String[0]);
  }

  private static String exposed(String name, Kind kind) {
    // Dotted names are common in other libraries; Prometheus's own form has underscores.
    String snake = name.replace('.', '_');
    String exposed = snake.endsWith(kind.suffix) ? snake : snake + kind.suffix;
    check(
        NAME.matcher(exposed).matches() && exposed.length() > kind.suffix.length(),
        "\"" + name + "\" is not a metric name; use letters, digits and _");
    for (String prefix : RESERVED_PREFIXES) {
      check(!exposed.startsWith(prefix), "names with " + prefix + " are for built-in metrics");
    }
    check(!RESERVED_NAMES.contains(exposed), exposed + " is a built-in metric");
    for (String suffix : NOT_OF_GAUGES) {
      check(
          kind != Kind.GAUGE || !exposed.endsWith(suffix),
          "a gauge's name does not end in " + suffix);
    }
    return exposed;
  }

  private static Map<String, String> labels(String[] pairs, Kind kind) {
    check(pairs.length % 2 == 0, "labels are pairs of a name and a value");
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String label = pairs[i];
      check(
          NAME.matcher(label).matches() && !label.startsWith("__"),
          "\"" + label + "\" is not a label name; use letters, digits and _");
      check(
          !RESERVED_LABELS.contains(label) && !(kind.hasStatus() && label.equals(STATUS)),
          "the label " + label + " is reserved");
      check(
          kind != Kind.RUNNING || !Expression.isOne(pairs[i + 1]),
          "labels of calls in flight are constant: nothing is read before a call ends");
      check(labels.put(label, pairs[i + 1]) == null, "the label " + label + " is there twice");
    }
    return labels;
  }

  private static double[] buckets(String[] bounds) {
    double[] buckets = new double[bounds.length];
    double last = 0;
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = Double.parseDouble(bounds[i]);
      check(
          buckets[i] > last && buckets[i] < Double.POSITIVE_INFINITY,
          "buckets are ascending numbers above 0");
      last = buckets[i];
    }
    check(buckets.length <= MAX_BUCKETS, "more than " + MAX_BUCKETS + " buckets");
    return buckets;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** {@code Line} for {@code com.acme.Orders}, as {@link Class#getSimpleName} has it. */
  static String simpleName(WovenMethod method) {
    return simpleName(method.className());
  }

  /** As {@link Class#getSimpleName}, which some compilers' classes break. */
  static String simpleName(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    int nested = name.lastIndexOf('$', name.length() - 2);
    String last = nested <= 0 ? name : name.substring(nested + 1).replaceFirst("^[0-9]+", "");
    return last.isEmpty() ? name : last; // an anonymous class has no simple name: Orders
  }
}
