// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import io.sidelight.testkit.Victim;

/** Tomcat 11.0, latest version. */
class Tomcat11LatestTest extends ServletContainerContract {

  @Override
  protected Victim container() {
    return Apps.tomcat("servlet-jakarta", "tomcat-11-latest");
  }
}
