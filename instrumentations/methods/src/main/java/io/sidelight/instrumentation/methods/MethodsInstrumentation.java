// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import java.util.List;

/**
 * Weaves methods that carry an annotation of {@code io.sidelight.annotations} themselves, as
 * declared: overriding methods do not inherit it, bridges are not woven.
 */
public final class MethodsInstrumentation implements Instrumentation {

  // By name: the annotations are on the application's class path, not here.
  private static final String[] ANNOTATIONS = {BusinessDomain.TIMED, BusinessDomain.COUNTED};

  private static final String[] STAGES = {
    "java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture"
  };

  private final Domain domain = new BusinessDomain();

  @Override
  public String id() {
    return "methods";
  }

  @Override
  public String supports() {
    return "methods annotated @Timed or @Counted";
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public List<WeavePoint> weavePoints() {
    WeavePoint annotated = WeavePoint.in(TypeMatch.withMethodAnnotated(ANNOTATIONS));
    return asList(
        annotated
            .at(MethodMatch.annotated(ANNOTATIONS).notReturning(STAGES))
            .with("io.sidelight.instrumentation.methods.CallAdvice"),
        annotated
            .at(MethodMatch.annotated(ANNOTATIONS).returning(STAGES))
            .with("io.sidelight.instrumentation.methods.StageAdvice"));
  }
}
