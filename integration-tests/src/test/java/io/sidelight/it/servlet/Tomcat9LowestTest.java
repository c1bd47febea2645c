// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import io.sidelight.testkit.Victim;

/** Tomcat 9.0, lowest supported version. */
class Tomcat9LowestTest extends ServletContainerContract {

  @Override
  protected Victim container() {
    return Apps.tomcat("servlet-javax", "tomcat-9-lowest");
  }
}
