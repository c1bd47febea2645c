// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads four results of a table with five rows behind every pool that is asked for: 12 rows. */
public final class RowsMain {

  private RowsMain() {}

  /** Takes URL, user, password and pools. */
  public static void main(String[] args) throws Exception {
    Pools pools = new Pools(args[0], args[1], args[2]);
    for (int i = 3; i < args.length; i++) {
      try (Pool pool = pools.open(args[i]);
          Connection connection = pool.connection()) {
        String table = "rows_" + args[i].replace('-', '_');
        fill(connection, table);
        readText(connection, "SELECT id FROM " + table + " ORDER BY id");
        readPrepared(connection, "SELECT id FROM " + table + " WHERE id > ?");
        readNothing(connection, table);
      }
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Until the test has seen enough.
    }
  }

  private static void fill(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + table);
      statement.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY)");
      for (int id = 1; id <= 5; id++) {
        statement.executeUpdate("INSERT INTO " + table + " VALUES (" + id + ")");
      }
    }
  }

  private static void readText(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet result = statement.executeQuery(sql)) {
        check(result.next(), "one row");
        check(result.next(), "two rows");
      }
      check(statement.execute(sql), "a result");
      try (ResultSet result = statement.getResultSet()) {
        check(count(result) == 5, "five rows");
        check(!result.next(), "no more");
      }
    }
  }

  private static void readPrepared(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, 0);
      try (ResultSet result = statement.executeQuery()) {
        check(count(result) == 5, "five rows");
      }
      statement.setInt(1, 100);
      check(statement.execute(), "a result");
      try (ResultSet result = statement.getResultSet()) {
        check(count(result) == 0, "no rows");
      }
    }
  }

  /** What no query of the application returned. */
  private static void readNothing(Connection connection, String table) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, table, null)) {
      count(tables);
    }
  }

  private static int count(ResultSet result) throws SQLException {
    int rows = 0;
    while (result.next()) {
      rows++;
    }
    return rows;
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
