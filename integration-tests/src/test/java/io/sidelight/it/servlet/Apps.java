// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import java.nio.file.Path;

/** How the web application is started. */
final class Apps {

  private Apps() {}

  /** In Tomcat, of that library set. */
  static Victim tomcat(String app, String set) {
    return Victim.main("io.sidelight.it.apps.servlet.TomcatMain")
        .app(app, set)
        .args(webapp().toString());
  }

  /** The folder of its static files. */
  static Path webapp() {
    return Repository.root().resolve("integration-tests/apps/servlet-javax/src/main/webapp");
  }
}
