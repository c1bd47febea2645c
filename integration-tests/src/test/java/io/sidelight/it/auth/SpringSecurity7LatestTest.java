// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import io.sidelight.testkit.Victim;

/** Spring Security 7, latest version, in Tomcat 11. */
class SpringSecurity7LatestTest extends SpringSecurityContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.security.SpringMain")
        .app("servlet-jakarta", "tomcat-11-latest")
        .app("security-jakarta", "spring-security-7-latest");
  }
}
