// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.security;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.AuthenticatorBase;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.authenticator.FormAuthenticator;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** Three applications in Tomcat whose users its realm knows. */
public final class RealmMain {

  private RealmMain() {}

  /** Starts them on a free port, says {@code port <n>} and serves until the process ends. */
  public static void main(String[] args) throws IOException, LifecycleException {
    Logger.getLogger("org.apache").setLevel(Level.OFF);
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    tomcat.addUser("user-1", "right-canary");
    tomcat.addRole("user-1", "member");
    guard(application(tomcat, "/basic", base), new BasicAuthenticator(), "BASIC");
    guard(application(tomcat, "/form", base), new FormAuthenticator(), "FORM");
    application(tomcat, "/login", base);
    tomcat.getConnector();
    tomcat.start();
    System.out.println("port " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static Context application(Tomcat tomcat, String path, File base) {
    Context context = tomcat.addContext(path, base.getPath());
    Tomcat.addServlet(context, "main", new Members());
    context.addServletMappingDecoded("/*", "main");
    return context;
  }

  private static void guard(Context context, AuthenticatorBase authenticator, String method) {
    SecurityCollection all = new SecurityCollection();
    all.addPattern("/guarded");
    SecurityConstraint members = new SecurityConstraint();
    members.addCollection(all);
    members.addAuthRole("member");
    context.addConstraint(members);
    context.addSecurityRole("member");
    context.setLoginConfig(new LoginConfig(method, "test", "/login-page", "/error-page"));
    context.getPipeline().addValve(authenticator);
  }

  /** Says who asks, and logs in who sends a name and a password. */
  private static final class Members extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String user = request.getRemoteUser();
      response.getWriter().print(user == null ? "nobody at " + request.getServletPath() : user);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String name = request.getParameter("username");
      if (name == null) { // forwarded to a page
        doGet(request, response);
        return;
      }
      try {
        request.login(name, request.getParameter("password"));
        doGet(request, response);
      } catch (ServletException e) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      }
    }
  }
}
