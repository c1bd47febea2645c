// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.servlet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.sql.DataSource;

/** Statements through the data source that a whole server has for its applications. */
final class SqlScenario {

  private SqlScenario() {}

  static void register(ServletContext context) {
    Scenarios.add(context, "/sql", (request, response) -> execute());
  }

  @SuppressWarnings("BanJNDI") // a constant name, and how servers hand out data sources
  private static void execute() throws ServletException {
    try {
      DataSource source = InitialContext.doLookup("java:comp/DefaultDataSource");
      try (Connection connection = source.getConnection()) {
        execute(connection);
      }
    } catch (NamingException | SQLException e) {
      throw new ServletException(e);
    }
  }

  private static void execute(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE goods (id INT)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO goods VALUES (?)")) {
        insert.setInt(1, 1);
        insert.executeUpdate();
        insert.setInt(1, 2);
        insert.addBatch();
        insert.addBatch();
        insert.executeBatch();
      }
      statement.executeQuery("SELECT id FROM goods").close();
      try {
        statement.executeQuery("SELECT nothing FROM goods").close();
      } catch (SQLException expected) {
        // There is no such column.
      }
      connection.setAutoCommit(false);
      statement.executeUpdate("UPDATE goods SET id = 3");
      connection.commit();
    }
  }
}
