// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.WovenMethod;
import java.util.Map;

/** Our own. */
final class SidelightAnnotations extends AnnotationFamily {

  static final String TIMED = "io.sidelight.annotations.Timed";
  static final String COUNTED = "io.sidelight.annotations.Counted";
  static final String IN_FLIGHT = "io.sidelight.annotations.InFlight";
  static final String GAUGED = "io.sidelight.annotations.Gauged";

  SidelightAnnotations() {
    super("sidelight", TIMED, COUNTED, IN_FLIGHT, GAUGED);
  }

  @Override
  void declare(WovenMethod method, Declarations all) {
    declare(method, TIMED, Kind.TIMER, all);
    declare(method, COUNTED, Kind.COUNTER, all);
    declare(method, IN_FLIGHT, Kind.RUNNING, all);
    declare(method, GAUGED, Kind.GAUGE, all);
  }

  private static void declare(WovenMethod method, String type, Kind kind, Declarations all) {
    Map<String, Object> values = method.annotation(type);
    if (values != null) {
      all.add(kind, values);
    }
  }
}
