// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

/** The same database behind different pools. */
final class Pools {

  private final String url;
  private final String user;
  private final String password;

  Pools(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  DataSource open(String pool) {
    return switch (pool) {
      case "bare" -> new Unpooled(url, user, password);
      case "hikari" -> hikari();
      case "dbcp" -> dbcp(false);
      case "dbcpcached" -> dbcp(true);
      case "tomcat" -> tomcat(true);
      case "tomcatplain" -> tomcat(false);
      default -> throw new IllegalArgumentException(pool);
    };
  }

  private DataSource hikari() {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    source.setMaximumPoolSize(1);
    return source;
  }

  private DataSource dbcp(boolean pooledStatements) {
    BasicDataSource source = new BasicDataSource();
    source.setUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    source.setPoolPreparedStatements(pooledStatements);
    return source;
  }

  private DataSource tomcat(boolean facade) {
    org.apache.tomcat.jdbc.pool.DataSource source = new org.apache.tomcat.jdbc.pool.DataSource();
    source.setUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    source.setInitialSize(1);
    source.setUseStatementFacade(facade);
    return source;
  }

  /** The driver alone. */
  private record Unpooled(String url, String user, String password) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
      return DriverManager.getConnection(url, otherUser, otherPassword);
    }

    @Override
    public PrintWriter getLogWriter() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("not a wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
