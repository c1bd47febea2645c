// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.standins;

import io.sidelight.annotations.Counted;
import jakarta.enterprise.context.ApplicationScoped;

/** Called through a client proxy, which calls a subclass with the interceptor. */
@ApplicationScoped
@Intercepted
public class Bookings {

  /** Intercepted, and calls another that is. */
  @Counted
  public String book(String what) {
    return "booked " + inside(what);
  }

  /** Intercepted, called by itself. */
  @Counted
  protected String inside(String what) {
    return what;
  }
}
