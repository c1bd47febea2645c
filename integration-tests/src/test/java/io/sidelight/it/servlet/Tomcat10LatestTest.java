// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import io.sidelight.testkit.Victim;

/** Tomcat 10.1, latest version. */
class Tomcat10LatestTest extends ServletContainerContract {

  @Override
  protected Victim container() {
    return Apps.tomcat("servlet-jakarta", "tomcat-10-latest");
  }
}
