// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Collections.emptyMap;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.WovenMethod;

/** OpenTelemetry's {@code @WithSpan}: a duration. The name of a span is none of a metric. */
final class OpenTelemetryAnnotations extends AnnotationFamily {

  OpenTelemetryAnnotations() {
    super(
        "opentelemetry",
        "io.opentelemetry.instrumentation.annotations.WithSpan",
        "io.opentelemetry.extension.annotations.WithSpan");
  }

  @Override
  void declare(WovenMethod method, Declarations all) {
    for (String type : types()) {
      if (method.annotation(type) != null) {
        all.add(Kind.TIMER, emptyMap());
      }
    }
  }
}
