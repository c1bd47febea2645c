// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.app.web;

import io.sidelight.overhead.app.Control;
import io.sidelight.overhead.app.web.CallsServlet.Calls;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Serves with an embedded Tomcat; a servlet for each path. */
public final class Main {

  /** Always as many, so that what each allocated is known as long as the application runs. */
  static final int THREADS = 8;

  private static final int MIXED_QUERIES = 5;
  private static final int MIXED_COMMANDS = 2;

  // A logger that nobody holds forgets its level.
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private Main() {}

  /**
   * Starts it and hands over to {@link Control#serve}.
   *
   * @param args where to serve, where Redis is, a folder for Tomcat
   */
  public static void main(String[] args) throws IOException, LifecycleException, SQLException {
    TOMCAT.setLevel(Level.WARNING);
    int port = Integer.parseInt(args[0]);
    Store store = new Store(Integer.parseInt(args[1]));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[2]);
    tomcat.setConnector(connector(port));
    Context context = tomcat.addContext("", null);
    serve(context, "/empty", request -> 0);
    serve(
        context,
        "/mixed",
        request -> queries(store, MIXED_QUERIES) + commands(store, MIXED_COMMANDS));
    serve(context, "/jdbc", request -> queries(store, number(request)));
    serve(context, "/redis", request -> commands(store, number(request)));
    tomcat.start();
    Control.serve(port);
  }

  private static Connector connector(int port) {
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", Integer.toString(THREADS));
    connector.setProperty("minSpareThreads", Integer.toString(THREADS));
    connector.setProperty("maxKeepAliveRequests", "-1");
    return connector;
  }

  private static void serve(Context context, String path, Calls calls) {
    Tomcat.addServlet(context, path, new CallsServlet(calls)).addMapping(path);
  }

  private static int number(HttpServletRequest request) {
    return Integer.parseInt(request.getParameter("n"));
  }

  private static int queries(Store store, int number) throws SQLException {
    int characters = 0;
    for (int id = 0; id < number; id++) {
      characters += store.query(id).length();
    }
    return characters;
  }

  private static int commands(Store store, int number) {
    int characters = 0;
    for (int id = 0; id < number; id++) {
      characters += store.cached(id).length();
    }
    return characters;
  }
}
