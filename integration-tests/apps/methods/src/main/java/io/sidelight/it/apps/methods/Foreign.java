// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods with annotations of other libraries. */
final class Foreign {

  @io.micrometer.core.annotation.Timed(
      value = "micrometer.orders",
      extraTags = {"order.type", "retail"},
      description = "Time to order",
      percentiles = {0.5, 0.95})
  @io.micrometer.core.annotation.Timed(value = "micrometer.orders.active", longTask = true)
  void micrometerTimed() {}

  @io.micrometer.core.annotation.Timed
  @io.micrometer.core.annotation.Counted("micrometer.counted")
  void micrometerUnnamed() {}

  @io.micrometer.core.annotation.Counted(value = "micrometer.failures", recordFailuresOnly = true)
  void micrometerFailures(boolean failing) {
    if (failing) {
      throw new IllegalStateException("thrown by the application");
    }
  }

  @io.micrometer.observation.annotation.Observed(
      name = "micrometer.observed",
      lowCardinalityKeyValues = {"kind", "test"})
  void micrometerObserved() {}

  @io.opentelemetry.instrumentation.annotations.WithSpan("name of a span")
  CompletionStage<String> withSpan() {
    return CompletableFuture.completedFuture("value");
  }

  @org.eclipse.microprofile.metrics.annotation.Timed(name = "timed", tags = "kind=test")
  @org.eclipse.microprofile.metrics.annotation.Counted(name = "mp.counted", absolute = true)
  void microProfile() {}

  @org.eclipse.microprofile.metrics.annotation.Gauge(unit = "none", name = "mp", absolute = true)
  long microProfileGauge() {
    return 7;
  }

  @com.codahale.metrics.annotation.Timed(name = "dw.timed", absolute = true)
  @com.codahale.metrics.annotation.Metered(name = "dw.metered", absolute = true)
  @com.codahale.metrics.annotation.Counted(name = "dw.counted", absolute = true)
  @com.codahale.metrics.annotation.ExceptionMetered(name = "dw.exceptions", absolute = true)
  void dropwizard(Throwable thrown) throws Throwable {
    if (thrown.getCause() == null) {
      throw thrown;
    }
  }

  void callAll() throws ClassNotFoundException {
    for (int i = 0; i < 10; i++) {
      micrometerTimed();
      micrometerUnnamed();
      micrometerObserved();
      microProfile();
      if (microProfileGauge() != 7 || !withSpan().toCompletableFuture().isDone()) {
        System.out.println("wrong");
      }
      swallow(() -> micrometerFailures(true));
      micrometerFailures(false);
      swallow(() -> dropwizard(new IllegalStateException()));
      swallow(() -> dropwizard(new Error("not an exception")));
    }
    // As an application with Spring's aspects does.
    Class.forName("io.micrometer.core.aop.TimedAspect", false, Foreign.class.getClassLoader());
  }

  /** A call that throws. */
  private interface Call {
    void run() throws Throwable;
  }

  private static void swallow(Call call) {
    try {
      call.run();
    } catch (Throwable expected) {
      // Thrown by the application.
    }
  }
}
