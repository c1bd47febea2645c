// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyMap;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.ErrorCounter;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.WovenMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of annotated methods and of those that the configuration names, by outcome. Turns
 * annotations into metrics while classes are woven, and refuses those that cannot become one.
 */
final class BusinessDomain implements MethodDomain {

  private static final String PACKAGE = "io.sidelight.instrumentation.methods.";
  static final String CALL_ADVICE = PACKAGE + "CallAdvice";
  static final String STAGE_ADVICE = PACKAGE + "StageAdvice";
  static final String RUNNING_ADVICE = PACKAGE + "RunningAdvice";
  static final String VALUES_ADVICE = PACKAGE + "ValuesAdvice";

  private static final List<String> STAGES =
      asList("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

  /** What measures the same methods in the application itself, if it is loaded at all. */
  static final List<String> ASPECTS =
      asList("io.micrometer.core.aop.TimedAspect", "io.micrometer.core.aop.CountedAspect");

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

  private volatile @Nullable List<AnnotationFamily> families;

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
    return advice.equals(adviceFor(method, settings));
  }

  /** The cheapest that tells enough. */
  private String adviceFor(WovenMethod method, Settings settings) {
    boolean running = false;
    boolean reads = false;
    try {
      for (Declared each : declared(method, settings)) {
        running |= each.kind == Kind.RUNNING;
        reads |= each.reads();
      }
    } catch (IllegalArgumentException e) {
      return CALL_ADVICE; // which it does not get: it has no probe, and that is said there
    }
    boolean later = STAGES.contains(method.returnType());
    if (reads || (running && later)) {
      return VALUES_ADVICE;
    }
    return running ? RUNNING_ADVICE : later ? STAGE_ADVICE : CALL_ADVICE;
  }

  @Override
  public @Nullable CallProbe probe(WovenMethod method, Meters meters, Settings settings) {
    if (isGenerated(method.className())) {
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
    try {
      return create(method, meters, settings);
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

  private synchronized CallProbe create(WovenMethod method, Meters meters, Settings settings) {
    List<Declared> all = declared(method, settings);
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

  private List<Declared> declared(WovenMethod method, Settings settings) {
    AnnotationFamily.Declarations found = new AnnotationFamily.Declarations();
    for (AnnotationFamily each : families(settings)) {
      each.declare(method, found);
    }
    if (found.all().isEmpty()) { // a method that the configuration names
      found.add(Kind.TIMER, emptyMap());
      found.add(Kind.COUNTER, emptyMap());
    }
    for (Declared each : found.all()) {
      if (each.kind == Kind.GAUGE && method.returnType().equals("void")) {
        throw new IllegalArgumentException("a gauge shows what a method returns, and it is void");
      }
    }
    return found.all();
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
    boolean named = true;
    for (Declared each : all) {
      named &= each.isNamed();
    }
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
}
