// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.health;

import static java.util.Arrays.asList;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/** Weaves the constructors of classes that have a method annotated {@code @HealthCheck}. */
public final class HealthInstrumentation implements Instrumentation {

  static final String ANNOTATION = "io.sidelight.annotations.HealthCheck";

  private static final TypeMatch CLASSES = TypeMatch.withMethodAnnotated(ANNOTATION);

  private static final String ADVICE = "io.sidelight.instrumentation.health.MadeAdvice";

  private final Domain domain = new HealthDomain();

  @Override
  public String id() {
    return "health";
  }

  @Override
  public String supports() {
    return "methods annotated @HealthCheck";
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public List<WeavePoint> weavePoints() {
    return asList(
        // First, and only to learn which there are.
        WeavePoint.in(CLASSES).at(MethodMatch.annotated(ANNOTATION)).with(ADVICE),
        WeavePoint.in(CLASSES).at(MethodMatch.constructors()).with(ADVICE));
  }
}
