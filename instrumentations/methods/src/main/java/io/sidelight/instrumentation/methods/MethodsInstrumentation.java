// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.Settings;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Weaves methods that carry an annotation that is understood themselves, as declared: overriding
 * methods do not inherit it, bridges are not woven. And methods that the configuration names.
 */
public final class MethodsInstrumentation implements Instrumentation {

  // Which of them a method gets, Plan says.
  private static final String[] ADVICE = {
    Plan.CALL_ADVICE,
    Plan.STAGE_ADVICE,
    Plan.RUNNING_ADVICE,
    Plan.VALUES_ADVICE,
    Plan.PUBLISHER_ADVICE
  };

  private final Domain domain = new BusinessDomain();

  @Override
  public String id() {
    return "methods";
  }

  @Override
  public String supports() {
    return "methods annotated for Sidelight, Micrometer, MicroProfile, Dropwizard or OpenTelemetry";
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return points(AnnotationFamily.all());
  }

  @Override
  public List<WeavePoint> weavePoints(Settings settings) {
    List<WeavePoint> points = points(AnnotationFamily.of(settings));
    for (WeavePoint named : NamedMethods.of(settings)) {
      for (String each : ADVICE) {
        points.add(named.with(each));
      }
    }
    return points;
  }

  private static List<WeavePoint> points(List<AnnotationFamily> families) {
    List<WeavePoint> points = new ArrayList<>();
    if (families.isEmpty()) {
      return points;
    }
    String[] types = AnnotationFamily.types(families);
    WeavePoint annotated =
        WeavePoint.in(TypeMatch.withMethodAnnotated(types)).at(MethodMatch.annotated(types));
    for (String each : ADVICE) {
      points.add(annotated.with(each));
    }
    for (AnnotationFamily each : families) {
      if (each instanceof MicrometerAnnotations) {
        // Not to be woven, but to learn that they are there.
        points.add(
            WeavePoint.in(TypeMatch.named(BusinessDomain.ASPECTS.toArray(new String[0])))
                .at(MethodMatch.named("timedMethod", "interceptAndRecord"))
                .with(Plan.CALL_ADVICE));
      }
    }
    return points;
  }
}
