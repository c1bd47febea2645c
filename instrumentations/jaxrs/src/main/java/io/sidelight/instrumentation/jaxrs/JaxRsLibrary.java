// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jaxrs;

import io.sidelight.instrumentation.http.HttpDomain;
import io.sidelight.instrumentation.http.RouteLibrary;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;

/** What implementations of JAX-RS have in common: all that is known of them is the route. */
abstract class JaxRsLibrary implements Instrumentation, RouteLibrary {

  static final String ADVICE = "io.sidelight.instrumentation.jaxrs.";

  @Override
  public final Domain domain() {
    return new HttpDomain();
  }
}
