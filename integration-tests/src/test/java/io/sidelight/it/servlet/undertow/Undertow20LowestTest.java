// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.undertow;

/** Undertow 2.0, lowest supported version. */
class Undertow20LowestTest extends UndertowContract {

  Undertow20LowestTest() {
    super("servlet-javax", "undertow", "undertow-2.0-lowest");
  }
}
