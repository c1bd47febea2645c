// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.jetty;

/** Jetty 9.4.2, the first one that answers HEAD. */
class Jetty9LowestTest extends JettyContract {

  Jetty9LowestTest() {
    super("servlet-javax", "jetty-9-lowest", "org.eclipse.jetty.servlet");
  }
}
