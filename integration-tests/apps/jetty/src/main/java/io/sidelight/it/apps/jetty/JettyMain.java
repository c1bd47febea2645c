// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jetty;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Serves the scenarios in Jetty at {@code /app}; there is no root application. Everything goes by
 * reflection: the same few methods have other types in each version and servlet environment.
 */
public final class JettyMain {

  private JettyMain() {}

  /**
   * Starts it on a free port, says {@code port <n>} and serves until the process ends.
   *
   * @param args the folder with static files, the package of the {@code ServletContextHandler}, and
   *     {@code guarded} if users have to log in
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Object application = application(args[0], args[1]);
    Object handler = application instanceof Supplier<?> nested ? nested.get() : application;
    Object server =
        Class.forName("org.eclipse.jetty.server.Server").getConstructor(int.class).newInstance(0);
    call(server, "setHandler", args.length > 2 ? Guard.around(application, handler) : handler);
    call(server, "start");
    System.out.println("port " + ((URI) call(server, "getURI")).getPort());
  }

  private static Object application(String folder, String jetty)
      throws ReflectiveOperationException {
    Object application = create(jetty + ".ServletContextHandler");
    call(application, "setContextPath", "/app");
    call(application, "setResourceBase|setBaseResourceAsString", folder);
    call(application, "addServlet", jetty + ".DefaultServlet", "/");
    call(application, "addEventListener", listener());
    Object errorPages = create(jetty + ".ErrorPageErrorHandler");
    call(errorPages, "addErrorPage", 410, "/error-page");
    call(errorPages, "addErrorPage", IllegalStateException.class, "/error-page");
    call(application, "setErrorHandler", errorPages);
    return application;
  }

  /** A {@code ServletContextListener} that registers the scenarios. */
  private static Object listener() throws ReflectiveOperationException {
    Object scenarios = create("io.sidelight.it.apps.servlet.Scenarios");
    Class<?> initializer = scenarios.getClass().getInterfaces()[0];
    Class<?> listener = Class.forName(initializer.getPackageName() + ".ServletContextListener");
    return Proxy.newProxyInstance(
        JettyMain.class.getClassLoader(),
        new Class<?>[] {listener},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "contextInitialized" ->
                  call(scenarios, "onStartup", Set.of(), call(arguments[0], "getServletContext"));
              case "hashCode" -> System.identityHashCode(proxy);
              case "equals" -> proxy == arguments[0];
              default -> null;
            });
  }

  static Object create(String name) throws ReflectiveOperationException {
    return Class.forName(name).getConstructor().newInstance();
  }

  static Object call(Object target, String names, Object... arguments)
      throws ReflectiveOperationException {
    Method method =
        Stream.of(target.getClass().getMethods())
            .filter(each -> Arrays.asList(names.split("[|]", -1)).contains(each.getName()))
            .filter(each -> accepts(each.getParameterTypes(), arguments))
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(target.getClass() + "." + names));
    return method.invoke(target, arguments);
  }

  private static boolean accepts(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i])
          && !(types[i] == int.class && arguments[i] instanceof Integer)) {
        return false;
      }
    }
    return true;
  }
}
