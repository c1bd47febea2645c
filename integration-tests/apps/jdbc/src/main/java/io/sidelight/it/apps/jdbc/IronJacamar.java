// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.jca.adapters.jdbc.local.LocalManagedConnectionFactory;

/**
 * The data sources of WildFly and JBoss EAP: IronJacamar's JDBC adapter, here without their
 * container. The adapter asks one thing of it, to allocate connections. That interface is in {@code
 * javax.resource} in the lowest version and in {@code jakarta.resource} in the latest, and only
 * therefore this uses reflection.
 */
final class IronJacamar {

  private final List<Object> opened = new ArrayList<>();

  private IronJacamar() {}

  /** A data source whose connections are opened one by one. */
  static Pool open(String driver, String url, String user, String password)
      throws ReflectiveOperationException {
    LocalManagedConnectionFactory factory = new LocalManagedConnectionFactory();
    factory.setDriverClass(driver);
    factory.setConnectionURL(url);
    factory.setUserName(user);
    factory.setPassword(password);
    factory.setJTA(false); // there is no transaction manager
    IronJacamar container = new IronJacamar();
    Method create = method(factory, "createConnectionFactory", 1);
    Class<?> manager = create.getParameterTypes()[0];
    Object proxy =
        Proxy.newProxyInstance(
            manager.getClassLoader(),
            new Class<?>[] {manager},
            (self, method, arguments) -> container.allocate(arguments[0], arguments[1]));
    return new Pool((DataSource) create.invoke(factory, proxy), container::close);
  }

  /** {@code ConnectionManager.allocateConnection(factory, request)}, its only method. */
  private Object allocate(Object factory, Object request) throws ReflectiveOperationException {
    Object managed = method(factory, "createManagedConnection", 2).invoke(factory, null, request);
    opened.add(managed);
    return method(managed, "getConnection", 2).invoke(managed, null, request);
  }

  private void close() throws SQLException {
    for (Object managed : opened) {
      try {
        method(managed, "destroy", 0).invoke(managed);
      } catch (InvocationTargetException e) {
        throw new SQLException(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new SQLException(e);
      }
    }
  }

  private static Method method(Object object, String name, int parameters) {
    return Arrays.stream(object.getClass().getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == parameters && !method.isBridge())
        .findFirst()
        .orElseThrow();
  }
}
