// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Collections.emptyMap;

import io.sidelight.instrumentation.methods.Declared.Kind;
import io.sidelight.spi.WovenMethod;

/** Annotations of the application, by class name: each is one without a name. */
final class OwnAnnotations extends AnnotationFamily {

  OwnAnnotations(String... types) {
    super("own", types);
  }

  @Override
  void declare(WovenMethod method, Declarations all) {
    for (String type : types()) {
      if (method.annotation(type) != null) {
        all.add(Kind.TIMER, emptyMap());
        all.add(Kind.COUNTER, emptyMap());
      }
    }
  }
}
