// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.jetty;

/** Jetty 12.1, latest version, with servlets 6.1. */
class Jetty12Ee11LatestTest extends JettyContract {

  Jetty12Ee11LatestTest() {
    super("servlet-jakarta", "jetty-12-ee11-latest", "org.eclipse.jetty.ee11.servlet");
  }
}
