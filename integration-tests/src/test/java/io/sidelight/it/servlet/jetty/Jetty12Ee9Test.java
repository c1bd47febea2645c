// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.jetty;

import java.util.Map;

/** Jetty 12.0 with servlets 5.0. */
class Jetty12Ee9Test extends JettyContract {

  Jetty12Ee9Test() {
    super("servlet-jakarta", "jetty-12-ee9", "org.eclipse.jetty.ee9.servlet");
  }

  // A request that cannot be parsed gets one that Jetty makes up.
  @Override
  protected Map<String, Integer> refused() {
    return Map.of("GET UNKNOWN 400", 1);
  }
}
