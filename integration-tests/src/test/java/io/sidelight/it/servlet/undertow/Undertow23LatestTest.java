// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.undertow;

/** Undertow 2.3, latest version. */
class Undertow23LatestTest extends UndertowContract {

  Undertow23LatestTest() {
    super("servlet-jakarta", "undertow-jakarta", "undertow-2.3-latest");
  }
}
