// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.WovenMethod;
import java.util.Map;

/** Dropwizard Metrics', on methods. A name begins with the class's unless it is absolute. */
final class DropwizardAnnotations extends AnnotationFamily {

  private static final String PACKAGE = "com.codahale.metrics.annotation.";
  private static final String TIMED = PACKAGE + "Timed";
  private static final String METERED = PACKAGE + "Metered";
  private static final String COUNTED = PACKAGE + "Counted";
  private static final String EXCEPTION_METERED = PACKAGE + "ExceptionMetered";
  private static final String GAUGE = PACKAGE + "Gauge";

  DropwizardAnnotations() {
    super("dropwizard", TIMED, METERED, COUNTED, EXCEPTION_METERED, GAUGE);
  }

  @Override
  void declare(WovenMethod method, Declarations all) {
    declare(method, TIMED, Kind.TIMER, "", all);
    declare(method, METERED, Kind.COUNTER, "", all);
    Map<String, Object> counted = method.annotation(COUNTED);
    boolean monotonic = counted != null && Boolean.TRUE.equals(counted.get("monotonic"));
    // Unless it says otherwise it counts down again at the end.
    declare(method, COUNTED, monotonic ? Kind.COUNTER : Kind.RUNNING, "", all);
    Map<String, Object> failures = method.annotation(EXCEPTION_METERED);
    if (failures != null) {
      String name = qualified(method, failures, method.name() + ".exceptions");
      Map<String, Object> values = values(name, "");
      values.put("failuresOnly", true);
      values.put("cause", failures.getOrDefault("cause", "java.lang.Exception"));
      all.add(Kind.COUNTER, values);
    }
    declare(method, GAUGE, Kind.GAUGE, method.name(), all);
  }

  private static void declare(
      WovenMethod method, String type, Kind kind, String otherwise, Declarations all) {
    Map<String, Object> its = method.annotation(type);
    if (its != null) {
      all.add(kind, values(qualified(method, its, otherwise), ""));
    }
  }
}
