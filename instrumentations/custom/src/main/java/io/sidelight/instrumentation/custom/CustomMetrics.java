// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.custom;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricNames;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All metrics that applications in this JVM made, by name. One that was made before is found
 * without a lock. Safe for many threads.
 */
final class CustomMetrics {

  private static final String MAX_METRICS = "custom.max-metrics";
  private static final String MAX_VALUES = "custom.max-values";

  /** How many refusals are told: names may come from data. */
  private static final int MOST_REFUSALS = 50;

  /** How much of a refused name is told. */
  private static final int LONGEST = 100;

  private final Meters meters;
  private final int maxMetrics;
  private final int maxValues;
  private final Map<String, CustomMetric> byName = new ConcurrentHashMap<>();
  private final Set<String> refusals = ConcurrentHashMap.newKeySet();

  CustomMetrics(Meters meters, Settings settings) {
    this.meters = meters;
    this.maxMetrics = settings.number(MAX_METRICS);
    this.maxValues = settings.number(MAX_VALUES);
  }

  /**
   * The metric that the application wants, new or made before.
   *
   * @param kind the name of the method that makes such
   * @return null if it cannot be; that has been told
   */
  @Nullable Recorder declare(
      String kind,
      @Nullable String name,
      @Nullable String description,
      String @Nullable [] labelNames) {
    String wanted = name == null ? "" : name;
    List<String> labels =
        labelNames == null ? emptyList() : unmodifiableList(asList(labelNames.clone()));
    try {
      return find(Kind.of(kind), wanted, description == null ? "" : description, labels);
    } catch (IllegalArgumentException e) {
      refuse(wanted, e.getMessage());
      return null;
    }
  }

  /**
   * A counter that another domain declares.
   *
   * @return null if this agent has no such counter; that has been told
   */
  @Nullable Recorder builtIn(String name) {
    MetricSpec spec = meters.declared(name);
    if (spec == null) {
      meters.problem("custom: " + name + " is not recorded: this agent does not know it");
      return null;
    }
    return new BuiltInCounter(spec, meters);
  }

  private @Nullable Recorder find(Kind kind, String name, String description, List<String> labels) {
    String exposed = MetricNames.exposed(name, kind.suffix());
    CustomMetric known = byName.get(exposed);
    if (known == null) {
      known = add(kind, exposed, description, labels);
    }
    if (known != null && known.kind() != kind) {
      throw new IllegalArgumentException("it is a " + known.kind() + " elsewhere");
    }
    if (known != null && !known.labels().equals(labels)) {
      throw new IllegalArgumentException(
          "it has the labels " + known.labels() + " elsewhere, not " + labels);
    }
    return known;
  }

  private synchronized @Nullable CustomMetric add(
      Kind kind, String exposed, String description, List<String> labels) {
    CustomMetric known = byName.get(exposed);
    if (known != null) {
      return known;
    }
    List<Label> capped = capped(labels);
    if (byName.size() >= maxMetrics) {
      meters.problem(
          "custom: more than "
              + maxMetrics
              + " metrics are made by hand; further ones are not recorded; see "
              + MAX_METRICS);
      return null;
    }
    CustomMetric added =
        new CustomMetric(
            kind, exposed, labels, kind.open(exposed, description, capped, meters), meters);
    byName.put(exposed, added);
    return added;
  }

  private List<Label> capped(List<String> names) {
    List<Label> labels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      MetricNames.checkLabel(name == null ? "" : name);
      if (!seen.add(name)) {
        throw new IllegalArgumentException("the label " + name + " is there twice");
      }
      labels.add(Label.capped(name, "given by the application", maxValues));
    }
    return labels;
  }

  private void refuse(String name, @Nullable String why) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
    String text = "custom: " + cut + " is not recorded: " + why;
    if (refusals.size() < MOST_REFUSALS && refusals.add(text)) {
      meters.problem(text);
    }
  }
}
