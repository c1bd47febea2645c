// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Serves the servlet or filter of a framework in Tomcat, below {@code /app}. */
public final class FrameworkMain {

  private FrameworkMain() {}

  /** Takes a mapping, the class of the servlet or filter, and parameters as {@code name=value}. */
  public static void main(String[] args)
      throws IOException, LifecycleException, ReflectiveOperationException {
    Logger.getLogger("").setLevel(Level.OFF); // the applications fail on purpose
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Context context = tomcat.addContext("/app", null);
    addFilter(context, "guard", new Guard(), "/*");
    Object framework = Class.forName(args[1]).getDeclaredConstructor().newInstance();
    if (framework instanceof Servlet servlet) { // some are both
      Wrapper wrapper = addServlet(context, "shop", servlet, args[0]);
      for (int i = 2; i < args.length; i++) {
        String[] pair = args[i].split("=", 2);
        wrapper.addInitParameter(pair[0], pair[1]);
      }
    } else {
      addFilter(context, "shop", (Filter) framework, args[0]);
      addServlet(context, "default", new DefaultServlet(), "/");
      addErrorPage(context, "/refusal.action");
    }
    tomcat.getConnector();
    tomcat.start();
    System.out.println("port " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static Wrapper addServlet(Context context, String name, Servlet servlet, String mapping) {
    Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
    wrapper.setAsyncSupported(true);
    wrapper.setLoadOnStartup(1);
    context.addServletMappingDecoded(mapping, name);
    return wrapper;
  }

  /** In the order of the calls; for error pages, too. */
  private static void addFilter(Context context, String name, Filter instance, String pattern) {
    FilterDef filter = new FilterDef();
    filter.setFilterName(name);
    filter.setFilter(instance);
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(name);
    mapping.addURLPattern(pattern);
    mapping.setDispatcher(DispatcherType.REQUEST.name());
    mapping.setDispatcher(DispatcherType.ERROR.name());
    context.addFilterMap(mapping);
  }

  private static void addErrorPage(Context context, String location) {
    ErrorPage page = new ErrorPage();
    page.setErrorCode(401);
    page.setLocation(location);
    context.addErrorPage(page);
  }
}
