// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric, declared once, as data. From it come the registration, the metric reference and later
 * other naming schemes. Immutable.
 */
public final class MetricSpec {

  /** What a metric is to Prometheus. */
  public enum Type {
    /** Only grows; exposed with {@code _total}. */
    COUNTER,
    /** Goes up and down. */
    GAUGE,
    /** A distribution of durations, sizes or numbers. */
    HISTOGRAM
  }

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIONTHS = 1e6;

  private static final double[] BUSINESS_SECONDS = {
    0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };

  private final Type type;
  private final String name;
  private final String help;
  private final List<Label> labels;
  private final List<Double> buckets;
  private final @Nullable String bucketsKey;
  private final double scale;

  private MetricSpec(
      Type type,
      String name,
      String help,
      List<Label> labels,
      List<Double> buckets,
      @Nullable String bucketsKey,
      double scale) {
    this.type = type;
    this.name = name;
    this.help = help;
    this.labels = labels;
    this.buckets = buckets;
    this.bucketsKey = bucketsKey;
    this.scale = scale;
  }

  private static MetricSpec of(Type type, String name, String help, double scale) {
    return new MetricSpec(type, name, help, emptyList(), emptyList(), null, scale);
  }

  /** A counter; {@code name} ends in {@code _total}. */
  public static MetricSpec counter(String name, String help) {
    return counter(name, help, 1);
  }

  /**
   * A counter of amounts that need not be whole numbers, recorded in millionths and exposed as they
   * are; {@code name} ends in {@code _total}.
   */
  public static MetricSpec amount(String name, String help) {
    return counter(name, help, MILLIONTHS);
  }

  private static MetricSpec counter(String name, String help, double scale) {
    if (!name.endsWith("_total")) {
      throw new IllegalArgumentException(name + " must end in _total");
    }
    return of(Type.COUNTER, name, help, scale);
  }

  /** A gauge. */
  public static MetricSpec gauge(String name, String help) {
    return of(Type.GAUGE, name, help, 1);
  }

  /**
   * A histogram of durations, recorded in nanoseconds and exposed in seconds; {@code name} ends in
   * {@code _seconds}.
   */
  public static MetricSpec histogram(String name, String help) {
    if (!name.endsWith("_seconds")) {
      throw new IllegalArgumentException(name + " must end in _seconds");
    }
    return of(Type.HISTOGRAM, name, help, NANOS_PER_SECOND);
  }

  /** A histogram of sizes or numbers, exposed as they are recorded. */
  public static MetricSpec distribution(String name, String help) {
    return of(Type.HISTOGRAM, name, help, 1);
  }

  /** As this, with one more label. */
  public MetricSpec label(Label label) {
    List<Label> more = new ArrayList<>(labels);
    more.add(label);
    return new MetricSpec(type, name, help, unmodifiableList(more), buckets, bucketsKey, scale);
  }

  /**
   * As this, with these upper bounds in the exposed unit, ascending, without infinity.
   *
   * @param configurationKey the key that overrides them, e.g. {@code metrics.buckets.db}
   */
  public MetricSpec buckets(String configurationKey, double... bounds) {
    return bounded(configurationKey, bounds);
  }

  /** As this, with these upper bounds, which the configuration cannot override. */
  public MetricSpec buckets(double... bounds) {
    return bounded(null, bounds);
  }

  private MetricSpec bounded(@Nullable String configurationKey, double... bounds) {
    List<Double> list = new ArrayList<>();
    for (double bound : bounds) {
      list.add(bound);
    }
    return new MetricSpec(
        type, name, help, labels, unmodifiableList(list), configurationKey, scale);
  }

  /** As this, with the bounds for what an application itself does, from a request to a job. */
  public MetricSpec businessBuckets() {
    return buckets("metrics.buckets.business", BUSINESS_SECONDS);
  }

  /** What it is to Prometheus. */
  public Type type() {
    return type;
  }

  /** The exposed name, with unit and {@code _total}. */
  public String name() {
    return name;
  }

  /** One sentence for operators. */
  public String help() {
    return help;
  }

  /** In the order in which values are passed. */
  public List<Label> labels() {
    return labels;
  }

  /** Upper bounds in the exposed unit, ascending, without infinity; empty unless a histogram. */
  public List<Double> buckets() {
    return buckets;
  }

  /** The configuration key that overrides the bounds; null if there is none. */
  public @Nullable String bucketsKey() {
    return bucketsKey;
  }

  /** How many of what is recorded make one of what is exposed. */
  public double scale() {
    return scale;
  }
}
