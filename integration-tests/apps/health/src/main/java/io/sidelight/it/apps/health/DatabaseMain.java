// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.health;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sidelight.it.apps.plain.Scenarios;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A program with a pool of three connections to a database. */
public final class DatabaseMain {

  private static final int MAX = 3;

  private final String url;
  private final String user;
  private final List<Connection> borrowed = new ArrayList<>();
  private final Deque<HikariDataSource> pools = new ArrayDeque<>();

  private DatabaseMain(String url, String user) {
    this.url = url;
    this.user = user;
  }

  /** Takes the database's URL and user. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Scenarios.run(new DatabaseMain(args[0], args[1]));
  }

  /** Opens the pool. */
  public void open() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("orders");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword("");
    config.setMaximumPoolSize(MAX);
    config.setConnectionTimeout(30_000);
    pools.push(new HikariDataSource(config));
  }

  /** Closes the pool. */
  public void close() {
    pools.pop().close();
  }

  /** Asks the database something. */
  public void query() throws SQLException {
    try (Connection connection = pools.element().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT 1")) {
      result.next();
    }
  }

  /** Borrows all connections, and lets a thread wait for one more. */
  public void exhaust() throws SQLException {
    for (int i = 0; i < MAX; i++) {
      borrowed.add(pools.element().getConnection());
    }
    Thread thread = new Thread(this::borrowOne, "waiting");
    thread.setDaemon(true);
    thread.start();
  }

  private void borrowOne() {
    try {
      pools.element().getConnection().close();
    } catch (SQLException e) {
      System.out.println("waited in vain: " + e);
    }
  }

  /** Gives them back. */
  public void release() throws SQLException {
    for (Connection each : borrowed) {
      each.close();
    }
    borrowed.clear();
  }
}
