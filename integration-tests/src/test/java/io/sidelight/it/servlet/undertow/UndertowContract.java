// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.undertow;

import io.sidelight.it.servlet.ServletContainerContract;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;

/** Undertow in some version. */
abstract class UndertowContract extends ServletContainerContract {

  private final String application;
  private final String main;
  private final String set;

  /** Subclasses say which. */
  UndertowContract(String application, String main, String set) {
    this.application = application;
    this.main = main;
    this.set = set;
  }

  @Override
  protected Victim container() {
    return Victim.main("io.sidelight.it.apps.undertow.UndertowMain")
        .app(application)
        .app(main, set)
        .args(
            Repository.root()
                .resolve("integration-tests/apps/servlet-javax/src/main/webapp")
                .toString());
  }

  @Override
  protected boolean knowsBusyThreads() {
    return false;
  }
}
