// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.undertow;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.handlers.resource.FileResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import java.io.File;
import java.net.InetSocketAddress;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.ServletException;

/** Serves the scenarios in Undertow at {@code /app}; there is no root application. */
public final class UndertowMain {

  private static final Logger LOGGER = Logger.getLogger("io.undertow");

  private UndertowMain() {}

  /** Starts it on a free port, says {@code port <n>} and serves until the process ends. */
  public static void main(String[] args) throws ServletException {
    LOGGER.setLevel(Level.OFF); // the scenarios fail on purpose
    DeploymentInfo application =
        Servlets.deployment()
            .setClassLoader(UndertowMain.class.getClassLoader())
            .setDeploymentName("scenarios")
            .setContextPath("/app")
            .setResourceManager(new FileResourceManager(new File(args[0]), 0))
            .addListener(Servlets.listener(ScenariosListener.class))
            .addErrorPage(Servlets.errorPage("/error-page", 410))
            .addErrorPage(Servlets.errorPage("/error-page", IllegalStateException.class));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(application);
    manager.deploy();
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(Handlers.path().addPrefixPath("/app", manager.start()))
            .build();
    undertow.start();
    InetSocketAddress address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    System.out.println("port " + address.getPort());
  }
}
