// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import io.sidelight.it.apps.plain.Scenarios;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Many statements, and slow ones. */
public final class StatementsMain {

  private static final int MANY = 10_000;

  private final Statement statement;

  private StatementsMain(Connection connection) throws SQLException {
    statement = connection.createStatement();
    statement.execute("CREATE TABLE orders (id INT, name VARCHAR(100))");
    statement.execute("CREATE ALIAS SLEEP FOR \"java.lang.Thread.sleep(long)\"");
  }

  /** Takes the URL. */
  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0], "sa", "")) {
      Scenarios.run(new StatementsMain(connection));
    }
  }

  /** Asks many tables that are not there. */
  public void manyTables() {
    for (int i = 0; i < MANY; i++) {
      try {
        statement.execute("SELECT * FROM t" + i);
        throw new AssertionError("a table too many");
      } catch (SQLException expected) {
        // There is none.
      }
    }
  }

  /** As careless programs write it: with values in the text. */
  public void manyTexts() throws SQLException {
    for (int i = 0; i < MANY; i++) {
      statement.executeUpdate("INSERT INTO orders VALUES (" + i + ", 'canary" + i + "')");
    }
  }

  /** One that takes its time, and one that does not. */
  public void slow() throws SQLException {
    statement.execute("CALL SLEEP(150)");
    statement.execute("CALL SLEEP(0)");
  }
}
