// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.undertow;

import io.sidelight.it.apps.servlet.Scenarios;
import java.util.Set;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;

/** Registers the scenarios. */
public final class ScenariosListener implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    new Scenarios().onStartup(Set.of(), event.getServletContext());
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {}
}
