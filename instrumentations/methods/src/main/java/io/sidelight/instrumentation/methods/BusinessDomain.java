// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.instrumentation.methods.MethodProbe.Outcomes;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.Meters.Counter;
import io.sidelight.spi.Meters.Family;
import io.sidelight.spi.Meters.Histogram;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WovenMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of annotated methods, by outcome. Turns annotations into metrics while classes are woven,
 * and refuses those that cannot become one.
 */
final class BusinessDomain implements MethodDomain {

  static final String TIMED = "io.sidelight.annotations.Timed";
  static final String COUNTED = "io.sidelight.annotations.Counted";

  // Subclasses made at run time, some of which copy annotations: the method they override counts.
  private static final String[] GENERATED = {
    "$$SpringCGLIB$$",
    "$$EnhancerBy",
    "$$FastClassBy",
    "$MockitoMock$",
    "$HibernateProxy$",
    "$$_Weld",
    "_$$_",
    "$Proxy",
    "$ByteBuddy$"
  };

  // Guarded by this, and never used by calls: classes load in parallel.
  private final Map<String, Set<String>> labelsByMetric = new HashMap<>();
  private final Set<String> unnamed = new HashSet<>();

  @Override
  public String id() {
    return "business";
  }

  @Override
  public List<MetricSpec> metrics() {
    return asList(BusinessMetrics.DURATION, BusinessMetrics.CALLS);
  }

  @Override
  public CallProbe probe(Meters meters, Settings settings) {
    throw new UnsupportedOperationException("each method has a probe of its own");
  }

  @Override
  public @Nullable CallProbe probe(WovenMethod method, Meters meters, Settings settings) {
    if (isGenerated(method.className())) {
      return null;
    }
    try {
      return create(method, meters);
    } catch (IllegalArgumentException e) {
      String what = method.className() + "." + method.name();
      meters.problem("methods: " + what + " is not measured: " + e.getMessage());
      return null;
    }
  }

  private static boolean isGenerated(String className) {
    for (String mark : GENERATED) {
      if (className.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  private synchronized CallProbe create(WovenMethod method, Meters meters) {
    Declared timed = declared(method, TIMED, "_seconds");
    Declared counted = declared(method, COUNTED, "_total");
    // Both are checked before either is registered: a refused method leaves no trace.
    remember(timed);
    remember(counted);
    String[] names = names(method, timed, counted, meters);
    return new MethodProbe(
        meters,
        timed == null ? null : outcomes(timers(timed, method, meters), timed, names),
        counted == null ? null : outcomes(counters(counted, method, meters), counted, names));
  }

  private @Nullable Declared declared(WovenMethod method, String annotation, String suffix) {
    Map<String, Object> values = method.annotation(annotation);
    if (values == null) {
      return null;
    }
    Declared declared = Declared.of(values, suffix);
    Set<String> labels = labelsByMetric.get(declared.name);
    if (labels != null && !labels.equals(declared.labels.keySet())) {
      throw new IllegalArgumentException(
          declared.name
              + " has the labels "
              + labels
              + " on another method; all methods of a metric need the same");
    }
    return declared;
  }

  private void remember(@Nullable Declared declared) {
    if (declared != null) {
      labelsByMetric.put(declared.name, declared.labels.keySet());
    }
  }

  /** The labels class and method; past the limit those of the remainder. */
  private String[] names(
      WovenMethod method, @Nullable Declared timed, @Nullable Declared counted, Meters meters) {
    String className = Declared.simpleName(method);
    boolean named = (timed == null || timed.isNamed()) && (counted == null || counted.isNamed());
    String pair = className + "." + method.name();
    if (named || unnamed.contains(pair)) {
      return new String[] {className, method.name()};
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
    return new String[] {className, method.name()};
  }

  private static Family<Histogram> timers(Declared declared, WovenMethod method, Meters meters) {
    return meters.histogram(
        declared.isNamed() ? BusinessMetrics.timer(declared, method) : BusinessMetrics.DURATION);
  }

  private static Family<Counter> counters(Declared declared, WovenMethod method, Meters meters) {
    return meters.counter(
        declared.isNamed() ? BusinessMetrics.counter(declared, method) : BusinessMetrics.CALLS);
  }

  private static <S> Outcomes<S> outcomes(Family<S> family, Declared declared, String[] names) {
    return new Outcomes<>(
        family.series(values(declared, names, "success")),
        family.series(values(declared, names, "error")));
  }

  private static String[] values(Declared declared, String[] names, String status) {
    if (!declared.isNamed()) {
      return new String[] {names[0], names[1], status};
    }
    List<String> values = new ArrayList<>();
    values.add(status);
    values.addAll(declared.labels.values());
    return values.toArray(new String[0]);
  }
}
