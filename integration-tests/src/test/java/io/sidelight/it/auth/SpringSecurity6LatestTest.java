// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import io.sidelight.testkit.Victim;

/** Spring Security 6, latest version, in Tomcat 10.1. */
class SpringSecurity6LatestTest extends SpringSecurityContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.security.SpringMain")
        .app("servlet-jakarta", "tomcat-10-latest")
        .app("security-jakarta", "spring-security-6-latest");
  }
}
