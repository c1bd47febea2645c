// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A driver for {@code jdbc:recording:} in front of another one, that keeps a record of every call,
 * {@code toString} and the like included. Its objects are JDK proxies.
 */
final class Recorder implements Driver {

  private static final String PREFIX = "jdbc:recording:";

  private final List<String> calls = new CopyOnWriteArrayList<>();

  List<String> calls() {
    return calls;
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    Driver driver = DriverManager.getDriver(real(url));
    return (Connection) recorded(Connection.class, driver.connect(real(url), properties));
  }

  private Object recorded(Class<?> type, Object target) {
    return Proxy.newProxyInstance(
        Recorder.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          calls.add(type.getSimpleName() + "." + method.getName() + text(arguments));
          try {
            Object result = method.invoke(target, arguments);
            Class<?> returned = method.getReturnType();
            return isRecorded(returned) && result != null ? recorded(returned, result) : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  /** Without what differs from run to run, as identity hash codes do. */
  private static String text(Object @Nullable [] arguments) {
    return Stream.of(arguments == null ? new Object[0] : arguments)
        .map(
            argument ->
                argument instanceof String || argument instanceof Number
                    ? argument.toString()
                    : argument == null ? "null" : argument.getClass().getSimpleName())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static boolean isRecorded(Class<?> type) {
    return type == Connection.class
        || type == ResultSet.class
        || type == DatabaseMetaData.class
        || (type.isInterface() && Statement.class.isAssignableFrom(type));
  }

  private static String real(String url) {
    return "jdbc:" + url.substring(PREFIX.length());
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
