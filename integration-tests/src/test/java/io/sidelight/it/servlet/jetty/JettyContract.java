// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.jetty;

import io.sidelight.it.servlet.ServletContainerContract;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;

/** Jetty in some version and servlet environment. */
abstract class JettyContract extends ServletContainerContract {

  private final String application;
  private final String set;
  private final String environment;

  /**
   * Subclasses say which.
   *
   * @param environment the package of its {@code ServletContextHandler}
   */
  JettyContract(String application, String set, String environment) {
    this.application = application;
    this.set = set;
    this.environment = environment;
  }

  @Override
  protected Victim container() {
    return Victim.main("io.sidelight.it.apps.jetty.JettyMain")
        .app(application)
        .app("jetty", set)
        .jvm("-Dorg.eclipse.jetty.LEVEL=OFF") // the scenarios fail on purpose
        // Jetty 12 lets a request that failed while it was asynchronous wait for its timeout.
        .jvm("-Dorg.eclipse.jetty.server.HttpChannelState.DEFAULT_TIMEOUT=3000")
        .jvm("-D" + environment + ".ServletChannelState.DEFAULT_TIMEOUT=3000")
        .args(
            Repository.root()
                .resolve("integration-tests/apps/servlet-javax/src/main/webapp")
                .toString(),
            environment);
  }

  // Jetty's default is not that of the specification.
  @Override
  protected String formInTheDefaultCharset() {
    return "Jörg";
  }
}
