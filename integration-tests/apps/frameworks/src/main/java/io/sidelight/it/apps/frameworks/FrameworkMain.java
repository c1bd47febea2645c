// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.Servlet;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Serves the servlet of a framework in Tomcat, below {@code /app}. */
public final class FrameworkMain {

  private FrameworkMain() {}

  /** Takes the servlet's mapping, its class, and its parameters as {@code name=value}. */
  public static void main(String[] args)
      throws IOException, LifecycleException, ReflectiveOperationException {
    Logger.getLogger("").setLevel(Level.OFF); // the applications fail on purpose
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("/app", null);
    Servlet servlet =
        Class.forName(args[1]).asSubclass(Servlet.class).getDeclaredConstructor().newInstance();
    Wrapper wrapper = Tomcat.addServlet(context, "shop", servlet);
    wrapper.setAsyncSupported(true);
    wrapper.setLoadOnStartup(1);
    for (int i = 2; i < args.length; i++) {
      String[] pair = args[i].split("=", 2);
      wrapper.addInitParameter(pair[0], pair[1]);
    }
    context.addServletMappingDecoded(args[0], "shop");
    addGuard(context);
    tomcat.getConnector();
    tomcat.start();
    System.out.println("port " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static void addGuard(Context context) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("guard");
    filter.setFilter(new Guard());
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("guard");
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
  }
}
