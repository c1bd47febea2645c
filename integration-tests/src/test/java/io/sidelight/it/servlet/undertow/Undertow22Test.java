// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.undertow;

/** Undertow 2.2, the last one with javax.servlet. */
class Undertow22Test extends UndertowContract {

  Undertow22Test() {
    super("servlet-javax", "undertow", "undertow-2.2");
  }
}
