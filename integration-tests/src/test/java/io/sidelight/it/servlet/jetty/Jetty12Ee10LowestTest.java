// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.jetty;

import java.util.Map;

/** Jetty 12.0, lowest supported version, with servlets 6.0. */
class Jetty12Ee10LowestTest extends JettyContract {

  Jetty12Ee10LowestTest() {
    super("servlet-jakarta", "jetty-12-ee10-lowest", "org.eclipse.jetty.ee10.servlet");
  }

  // A request that cannot be parsed gets one that Jetty makes up.
  @Override
  protected Map<String, Integer> refused() {
    return Map.of("GET UNKNOWN 400", 1);
  }
}
