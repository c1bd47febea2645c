// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.jetty;

/** Jetty 11, latest version. */
class Jetty11LatestTest extends JettyContract {

  Jetty11LatestTest() {
    super("servlet-jakarta", "jetty-11-latest", "org.eclipse.jetty.servlet");
  }
}
