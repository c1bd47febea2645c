// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.GeneratedClasses;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WovenMethod;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls of annotated methods and of those that the configuration names, by outcome. Turns
 * annotations into metrics while classes are woven, and refuses those that cannot become one.
 */
final class BusinessDomain implements MethodDomain {

  /** What measures the same methods in the application itself, if it is loaded at all. */
  static final List<String> ASPECTS =
      asList("io.micrometer.core.aop.TimedAspect", "io.micrometer.core.aop.CountedAspect");

  private volatile @Nullable List<AnnotationFamily> families;

  // Of methods whose class is being woven: each is asked for once for each kind of advice. No lock
  // is held while one is made.
  private final Map<WovenMethod, Plan> plans =
      Collections.synchronizedMap(new WeakHashMap<WovenMethod, Plan>());

  // Guarded by this, and never used by calls: classes load in parallel.
  private final Map<String, Declared> byMetric = new HashMap<>();
  private final Set<String> unnamed = new HashSet<>();
  private @Nullable ErrorCounter errors;

  @Override
  public String id() {
    return "business";
  }

  @Override
  public List<MetricSpec> metrics() {
    return asList(
        BusinessMetrics.DURATION,
        BusinessMetrics.CALLS,
        BusinessMetrics.IN_FLIGHT,
        ErrorCounter.ERRORS);
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    throw new UnsupportedOperationException("each method has a probe of its own");
  }

  @Override
  public boolean weaves(WovenMethod method, String advice, Settings settings) {
    return advice.equals(plan(method, settings).advice);
  }

  private Plan plan(WovenMethod method, Settings settings) {
    Plan plan = plans.get(method);
    if (plan == null) {
      plan = Plan.of(method, families(settings));
      plans.put(method, plan);
    }
    return plan;
  }

  @Override
  public @Nullable CallProbe probe(WovenMethod method, Meters meters, Settings settings) {
    if (GeneratedClasses.contain(method.className())) {
      return null;
    }
    if (ASPECTS.contains(method.className())) {
      meters.problem(
          "methods: the application measures annotated methods itself, with "
              + method.className()
              + "; to leave them to it, take micrometer out of "
              + AnnotationFamily.KEY);
      return null;
    }
    Plan plan = plan(method, settings);
    String refusal = plan.refusal;
    if (refusal == null) {
      try {
        return create(method, plan.declared, meters);
      } catch (IllegalArgumentException e) {
        refusal = Plan.refusal(method, e);
      }
    }
    meters.problem(refusal);
    return null;
  }

  private synchronized CallProbe create(WovenMethod method, List<Declared> all, Meters meters) {
    for (Declared each : all) {
      Declared before = each.isNamed() ? byMetric.get(each.name) : null;
      String difference = before == null ? null : each.differsFrom(before);
      if (difference != null) {
        throw new IllegalArgumentException(difference);
      }
    }
    // All is checked before anything is registered: a refused method leaves no trace.
    MeasuredMethod measured = MeasuredMethod.of(method, all, names(method, all, meters), meters);
    for (Declared each : all) {
      byMetric.putIfAbsent(each.name, each);
    }
    if (errors == null) {
      errors = new ErrorCounter(meters, "business");
    }
    return measured.probe(errors);
  }

  private List<AnnotationFamily> families(Settings settings) {
    List<AnnotationFamily> known = families;
    if (known == null) {
      known = AnnotationFamily.of(settings);
      families = known;
    }
    return known;
  }

  /** The labels class and method; past the limit those of the remainder. */
  private String[] names(WovenMethod method, List<Declared> all, Meters meters) {
    String className = Declared.simpleName(method);
    String methodName = Declared.name(method);
    boolean named = true;
    for (Declared each : all) {
      named &= each.isNamed();
    }
    String pair = className + "." + methodName;
    if (named || unnamed.contains(pair)) {
      return new String[] {className, methodName};
    }
    if (unnamed.size() >= BusinessMetrics.MAX_METHODS) {
      meters.problem(
          "methods: more than "
              + BusinessMetrics.MAX_METHODS
              + " annotated methods have no metric name; further ones are counted as class and"
              + " method \"other\"; give them names");
      return new String[] {Label.OTHER, Label.OTHER};
    }
    unnamed.add(pair);
    return new String[] {className, methodName};
  }
}
