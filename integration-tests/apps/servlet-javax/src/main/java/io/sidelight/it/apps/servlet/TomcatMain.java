// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.servlet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** Serves the scenarios in Tomcat at {@code /app}; there is no root application. */
public final class TomcatMain {

  private TomcatMain() {}

  /** Starts it on a free port, says {@code port <n>} and serves until the process ends. */
  public static void main(String[] args) throws IOException, LifecycleException {
    Logger.getLogger("org.apache").setLevel(Level.OFF); // the scenarios fail on purpose
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("/app", args[0]);
    context.addServletContainerInitializer(new Scenarios(), null);
    Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
    context.addServletMappingDecoded("/", "default");
    addErrorPage(context, page -> page.setErrorCode(Scenarios.STATUS_WITH_PAGE));
    addErrorPage(context, page -> page.setExceptionType(IllegalStateException.class.getName()));
    tomcat.getConnector();
    tomcat.start();
    System.out.println("port " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static void addErrorPage(Context context, java.util.function.Consumer<ErrorPage> cause) {
    ErrorPage page = new ErrorPage();
    cause.accept(page);
    page.setLocation(Scenarios.ERROR_PAGE);
    context.addErrorPage(page);
  }
}
