// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import io.sidelight.testkit.Victim;

/** Spring Security 5, lowest supported version, in Tomcat 9. */
class SpringSecurity5LowestTest extends SpringSecurityContract {

  @Override
  Victim program() {
    return Victim.main("io.sidelight.it.apps.security.SpringMain")
        .app("servlet-javax", "tomcat-9-latest")
        .app("security", "spring-security-5-lowest");
  }
}
