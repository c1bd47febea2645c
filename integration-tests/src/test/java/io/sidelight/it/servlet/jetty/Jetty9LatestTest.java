// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.jetty;

/** Jetty 9.4, latest version. */
class Jetty9LatestTest extends JettyContract {

  Jetty9LatestTest() {
    super("servlet-javax", "jetty-9-latest", "org.eclipse.jetty.servlet");
  }
}
