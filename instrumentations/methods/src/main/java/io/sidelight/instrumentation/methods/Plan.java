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
  static final String PUBLISHER_ADVICE = PACKAGE + "PublisherAdvice";

  /** What is declared to complete later, or may be found to when it is there. */
  private static final List<String> STAGES =
      asList(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.Future",
          "com.google.common.util.concurrent.ListenableFuture",
          "com.google.common.util.concurrent.FluentFuture",
          "com.google.common.util.concurrent.SettableFuture");

  private static final String SUSPENDING =
      "a suspend function returns before it is done; annotate what it calls";

  /** Groovy's, on methods that it adds with the annotations of others, which they call. */
  private static final List<String> ADDED =
      asList(
          "groovy.transform.Generated", "org.codehaus.groovy.transform.trait.Traits$TraitBridge");

  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  /** Empty if the method is refused, or no measure of its own. */
  final List<Declared> declared;

  /**
   * Of a method that is refused any, which it does not get: it has no probe. Empty for one that
   * only calls another which is measured.
   */
  final String advice;

  /** What to tell of a method that is not measured; null if it is. */
  final @Nullable String refusal;

  private Plan(List<Declared> declared, String advice, @Nullable String refusal) {
    this.declared = declared;
    this.advice = advice;
    this.refusal = refusal;
  }

  /** What annotations of these families ask for, and the configuration of a method without any. */
  static Plan of(WovenMethod method, List<AnnotationFamily> families) {
    try {
      AnnotationFamily.Declarations found = new AnnotationFamily.Declarations();
      for (AnnotationFamily each : families) {
        each.declare(method, found);
      }
      if (!found.all().isEmpty() && isAdded(method)) {
        return new Plan(emptyList(), "", null);
      }
      if (method.name().startsWith("<")) {
        throw new IllegalArgumentException("it is a constructor; annotate what makes the object");
      }
      boolean named = found.all().isEmpty(); // by the configuration
      if (isSuspending(method)) {
        // The configuration may name hundreds of them: one line for all.
        return refused(
            named
                ? "methods: suspend functions of Kotlin are not measured: " + SUSPENDING
                : refusal(method, new IllegalArgumentException(SUSPENDING)));
      }
      if (named) {
        found.add(Kind.TIMER, emptyMap());
        found.add(Kind.COUNTER, emptyMap());
      }
      check(method, found.all());
      return new Plan(found.all(), advice(method, found.all()), null);
    } catch (IllegalArgumentException e) {
      return refused(refusal(method, e));
    }
  }

  /** A compiler has copied the annotations to it: who calls it also calls the one of the source. */
  private static boolean isAdded(WovenMethod method) {
    for (String each : ADDED) {
      if (method.annotation(each) != null) {
        return true;
      }
    }
    return method.isForwarder();
  }

  private static Plan refused(String refusal) {
    return new Plan(emptyList(), CALL_ADVICE, refusal);
  }

  /** That a method is not measured, and why. */
  static String refusal(WovenMethod method, IllegalArgumentException why) {
    String what = method.className() + "." + method.name();
    return "methods: " + what + " is not measured: " + why.getMessage();
  }

  private static void check(WovenMethod method, List<Declared> declared) {
    for (Declared each : declared) {
      if (each.kind == Kind.GAUGE && method.returnType().equals("void")) {
        throw new IllegalArgumentException("a gauge shows what a method returns, and it is void");
      }
    }
  }

  /** Such a method is also entered again whenever it goes on: its calls cannot be told apart. */
  private static boolean isSuspending(WovenMethod method) {
    List<String> types = method.parameterTypes();
    return method.name().equals("invokeSuspend")
        || (!types.isEmpty()
            && types.get(types.size() - 1).equals(CONTINUATION)
            && method.returnType().equals("java.lang.Object"));
  }

  /** The cheapest that tells enough. */
  private static String advice(WovenMethod method, List<Declared> declared) {
    if (PublisherType.isOne(method.returnType())) {
      return PUBLISHER_ADVICE;
    }
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
