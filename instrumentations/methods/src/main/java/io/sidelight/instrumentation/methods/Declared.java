// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.MetricNames;
import io.sidelight.spi.WovenMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation asks for: the metric's exposed name, empty if it has none, its labels, sorted
 * by name, and what is read of each call. Immutable.
 */
final class Declared {

  /** What Kotlin, Groovy and Scala add to the names of classes for parts of them. */
  private static final String[] OF_COMPILERS = {
    "$Companion", "$DefaultImpls", "$Trait$Helper", "$"
  };

  private static final int LENGTH_OF_ADDED = 8;

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

  private static final String STATUS = "status";
  private static final String A_NAME = " a name: all methods without one share a metric";
  private static final int MAX_BUCKETS = 100;

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
      return new Declared(kind, MetricNames.exposed(name, kind.suffix), values);
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

  private static Map<String, String> labels(String[] pairs, Kind kind) {
    check(pairs.length % 2 == 0, "labels are pairs of a name and a value");
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String label = pairs[i];
      MetricNames.checkLabel(label);
      check(!(kind.hasStatus() && label.equals(STATUS)), "the label " + label + " is reserved");
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

  /** That of the class in the source, of which some compilers make several. */
  static String simpleName(WovenMethod method) {
    String className = method.className();
    for (String suffix : OF_COMPILERS) {
      if (className.endsWith(suffix)) {
        return simpleName(className.substring(0, className.length() - suffix.length()));
      }
    }
    return simpleName(className);
  }

  /** That in the source: Kotlin adds what tells its own types apart, as in {@code fuel-R7Eh7Tg}. */
  static String name(WovenMethod method) {
    String name = method.name();
    int dash = name.length() - LENGTH_OF_ADDED;
    return dash > 0 && name.charAt(dash) == '-' ? name.substring(0, dash) : name;
  }

  /** As {@link Class#getSimpleName}, which some compilers' classes break. */
  static String simpleName(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    int nested = name.lastIndexOf('$', name.length() - 2);
    String last = nested <= 0 ? name : name.substring(nested + 1).replaceFirst("^[0-9]+", "");
    return last.isEmpty() ? name : last; // an anonymous class has no simple name: Orders
  }
}
