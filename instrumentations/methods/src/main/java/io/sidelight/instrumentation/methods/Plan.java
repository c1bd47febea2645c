// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyList;
import static java.util.Collections.emptyMap;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.WovenMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be measured of one method, and with which advice. Immutable. */
final class Plan {

  private static final String PACKAGE = "io.sidelight.instrumentation.methods.";
  static final String CALL_ADVICE = PACKAGE + "CallAdvice";
  static final String STAGE_ADVICE = PACKAGE + "StageAdvice";
  static final String RUNNING_ADVICE = PACKAGE + "RunningAdvice";
  static final String VALUES_ADVICE = PACKAGE + "ValuesAdvice";

  private static final List<String> STAGES =
      asList("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

  /** Empty if the method is refused. */
  final List<Declared> declared;

  /** Of a method that is refused any, which it does not get: it has no probe. */
  final String advice;

  /** Why the method is not measured; null if it is. */
  final @Nullable String refusal;

  private Plan(List<Declared> declared, String advice, @Nullable String refusal) {
    this.declared = declared;
    this.advice = advice;
    this.refusal = refusal;
  }

  /** What annotations of these families ask for, and the configuration of a method without any. */
  static Plan of(WovenMethod method, List<AnnotationFamily> families) {
    try {
      List<Declared> declared = declared(method, families);
      return new Plan(declared, advice(method, declared), null);
    } catch (IllegalArgumentException e) {
      return new Plan(emptyList(), CALL_ADVICE, String.valueOf(e.getMessage()));
    }
  }

  private static List<Declared> declared(WovenMethod method, List<AnnotationFamily> families) {
    AnnotationFamily.Declarations found = new AnnotationFamily.Declarations();
    for (AnnotationFamily each : families) {
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

  /** The cheapest that tells enough. */
  private static String advice(WovenMethod method, List<Declared> declared) {
    boolean running = false;
    boolean reads = false;
    for (Declared each : declared) {
      running |= each.kind == Kind.RUNNING;
      reads |= each.reads();
    }
    boolean later = STAGES.contains(method.returnType());
    if (reads || (running && later)) {
      return VALUES_ADVICE;
    }
    return running ? RUNNING_ADVICE : later ? STAGE_ADVICE : CALL_ADVICE;
  }
}
