// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.WovenMethod;
import java.util.Map;

/**
 * MicroProfile Metrics', on methods. A name begins with the class's unless it is absolute. A gauge
 * shows what its method returned last to whoever called it, e.g. the server's own registry.
 */
final class MicroProfileAnnotations extends AnnotationFamily {

  private static final String PACKAGE = "org.eclipse.microprofile.metrics.annotation.";
  private static final String TIMED = PACKAGE + "Timed";
  private static final String SIMPLY_TIMED = PACKAGE + "SimplyTimed";
  private static final String COUNTED = PACKAGE + "Counted";
  private static final String METERED = PACKAGE + "Metered";
  private static final String CONCURRENT = PACKAGE + "ConcurrentGauge";
  private static final String GAUGE = PACKAGE + "Gauge";

  MicroProfileAnnotations() {
    super("microprofile", TIMED, SIMPLY_TIMED, COUNTED, METERED, CONCURRENT, GAUGE);
  }

  @Override
  void declare(WovenMethod method, Declarations all) {
    declare(method, TIMED, Kind.TIMER, "", all);
    declare(method, SIMPLY_TIMED, Kind.TIMER, "", all);
    // Also one of version 1 that says nothing and counts down again: later versions look alike.
    declare(method, COUNTED, Kind.COUNTER, "", all);
    declare(method, METERED, Kind.COUNTER, "", all);
    declare(method, CONCURRENT, Kind.RUNNING, "", all);
    declare(method, GAUGE, Kind.GAUGE, method.name(), all);
  }

  private static void declare(
      WovenMethod method, String type, Kind kind, String otherwise, Declarations all) {
    Map<String, Object> its = method.annotation(type);
    if (its != null) {
      boolean down = Boolean.FALSE.equals(its.get("monotonic"));
      String name = qualified(method, its, otherwise);
      all.add(down ? Kind.RUNNING : kind, values(name, text(its, "description"), tags(its)));
    }
  }

  /** Written {@code name=value}. */
  private static String[] tags(Map<String, Object> its) {
    String[] written = (String[]) its.getOrDefault("tags", new String[0]);
    String[] pairs = new String[written.length * 2];
    for (int i = 0; i < written.length; i++) {
      int equals = Math.max(written[i].indexOf('='), 0);
      pairs[2 * i] = written[i].substring(0, equals);
      pairs[2 * i + 1] = written[i].substring(Math.min(equals + 1, written[i].length()));
    }
    return pairs;
  }
}
