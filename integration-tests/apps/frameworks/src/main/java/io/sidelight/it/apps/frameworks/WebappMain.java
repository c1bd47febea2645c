// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.ServletException;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Serves a folder with a {@code web.xml} and pages in Tomcat, at {@code /app}. */
public final class WebappMain {

  private WebappMain() {}

  /** Takes the folder. */
  public static void main(String[] args) throws IOException, LifecycleException, ServletException {
    Logger.getLogger("").setLevel(Level.OFF); // some pages fail on purpose
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    tomcat.addWebapp("/app", args[0]);
    tomcat.getConnector();
    tomcat.start();
    System.out.println("port " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }
}
