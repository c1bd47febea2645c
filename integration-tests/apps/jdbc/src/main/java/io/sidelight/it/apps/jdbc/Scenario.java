// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import static java.sql.Statement.RETURN_GENERATED_KEYS;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;

/** Every way to execute a statement, against one table. */
final class Scenario {

  private static final String[] ID = {"id"};

  private final Connection connection;
  private final String table;
  private final boolean keysByIndex;
  private final Journal journal;
  private int nextId;

  Scenario(Connection connection, String table, boolean keysByIndex, Journal journal) {
    this.connection = connection;
    this.table = table;
    this.keysByIndex = keysByIndex;
    this.journal = journal;
  }

  void run() throws SQLException {
    createTable();
    plainStatements();
    preparedStatements();
    generatedKeys();
    batchesOfTexts();
    batchesOfParameters();
    failures();
    calls();
    transactions();
    journal.does("DDL", table, () -> inStatement(s -> s.execute("TRUNCATE TABLE " + table)));
  }

  private void createTable() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      journal.does("DDL", table, () -> statement.execute("DROP TABLE IF EXISTS " + table));
      String columns = " (id INT PRIMARY KEY, name VARCHAR(40))";
      journal.does("DDL", table, () -> statement.executeUpdate("CREATE TABLE " + table + columns));
    }
  }

  private void plainStatements() throws SQLException {
    try (Statement s = connection.createStatement()) {
      journal.does("INSERT", table, () -> s.execute(insert()));
      journal.does("INSERT", table, () -> s.executeUpdate(insert()));
      journal.does("INSERT", table, () -> s.executeLargeUpdate(insert()));
      journal.does("SELECT", table, () -> read(s.executeQuery("SELECT * FROM " + table)));
      journal.does("SELECT", table, () -> s.execute("/* canary */ select 'canary' from " + table));
      journal.does(
          "UPDATE", table, () -> s.executeUpdate("UPDATE " + table + " SET name = 'canary'"));
      journal.does(
          "DELETE", table, () -> s.executeUpdate("DELETE FROM " + table + " WHERE id < 0"));
      journal.does("SELECT", "unknown", () -> read(s.executeQuery("SELECT 'canary'")));
    }
  }

  private void preparedStatements() throws SQLException {
    String select = "SELECT name FROM " + table + " WHERE id = ?";
    try (PreparedStatement s = connection.prepareStatement(select)) {
      s.setInt(1, 1);
      journal.does("SELECT", table, () -> read(s.executeQuery()));
      journal.does("SELECT", table, () -> s.execute());
    }
    try (PreparedStatement s = connection.prepareStatement(preparedInsert())) {
      journal.does("INSERT", table, () -> withId(s).executeUpdate());
      journal.does("INSERT", table, () -> withId(s).executeLargeUpdate());
      journal.does("INSERT", table, () -> withId(s).execute());
    }
    int type = ResultSet.TYPE_SCROLL_INSENSITIVE;
    int concurrency = ResultSet.CONCUR_READ_ONLY;
    try (PreparedStatement s = connection.prepareStatement(select, type, concurrency)) {
      s.setInt(1, 1);
      journal.does("SELECT", table, () -> read(s.executeQuery()));
    }
    int holdability = ResultSet.HOLD_CURSORS_OVER_COMMIT;
    try (PreparedStatement s =
        connection.prepareStatement(select, type, concurrency, holdability)) {
      s.setInt(1, 1);
      journal.does("SELECT", table, () -> read(s.executeQuery()));
    }
    for (int i = 0; i < 2; i++) {
      // The second time a pool may hand out the same object.
      try (PreparedStatement s = connection.prepareStatement("DELETE FROM " + table)) {
        journal.does("DELETE", table, s::executeUpdate);
      }
    }
  }

  private void generatedKeys() throws SQLException {
    try (Statement s = connection.createStatement()) {
      journal.does("INSERT", table, () -> s.execute(insert(), RETURN_GENERATED_KEYS));
      journal.does("INSERT", table, () -> s.executeUpdate(insert(), RETURN_GENERATED_KEYS));
      journal.does("INSERT", table, () -> s.executeLargeUpdate(insert(), RETURN_GENERATED_KEYS));
      journal.does("INSERT", table, () -> s.execute(insert(), ID));
      journal.does("INSERT", table, () -> s.executeUpdate(insert(), ID));
      journal.does("INSERT", table, () -> s.executeLargeUpdate(insert(), ID));
      if (keysByIndex) {
        int[] first = {1};
        journal.does("INSERT", table, () -> s.execute(insert(), first));
        journal.does("INSERT", table, () -> s.executeUpdate(insert(), first));
        journal.does("INSERT", table, () -> s.executeLargeUpdate(insert(), first));
      }
    }
    try (PreparedStatement s =
        connection.prepareStatement(preparedInsert(), RETURN_GENERATED_KEYS)) {
      journal.does("INSERT", table, () -> withId(s).executeUpdate());
      s.getGeneratedKeys().close();
    }
    try (PreparedStatement s = connection.prepareStatement(preparedInsert(), ID)) {
      journal.does("INSERT", table, () -> withId(s).executeUpdate());
    }
  }

  private void batchesOfTexts() throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.addBatch(insert());
      s.addBatch("UPDATE " + table + " SET name = 'canary'");
      // The last text stands for a batch.
      journal.does("UPDATE", table, s::executeBatch);
      s.addBatch("UPDATE " + table + " SET name = 'canary'");
      journal.does("UPDATE", table, s::executeLargeBatch);
      s.addBatch(insert());
      s.clearBatch();
      s.addBatch("DELETE FROM " + table + " WHERE id < 0");
      journal.does("DELETE", table, s::executeBatch);
      // A single statement between, which has a text of its own.
      journal.does("SELECT", table, () -> read(s.executeQuery("SELECT id FROM " + table)));
    }
  }

  private void batchesOfParameters() throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(preparedInsert())) {
      for (int i = 0; i < 100; i++) {
        withId(s).addBatch();
      }
      journal.does("INSERT", table, s::executeBatch);
      withId(s).addBatch();
      s.clearBatch();
      withId(s).addBatch();
      journal.does("INSERT", table, s::executeLargeBatch);
    }
  }

  private void failures() throws SQLException {
    try (Statement s = connection.createStatement()) {
      journal.does("INSERT", table, () -> s.executeUpdate(insert()));
      journal.fails("SELECT", table, () -> s.executeQuery("SELECT canary FROM " + table));
      s.addBatch("INSERT INTO " + table + " VALUES (" + nextId + ", 'canary')");
      journal.fails("INSERT", table, s::executeBatch);
    }
    try (PreparedStatement s = connection.prepareStatement(preparedInsert())) {
      s.setInt(1, nextId);
      journal.fails("INSERT", table, s::executeUpdate);
    }
  }

  private void calls() throws SQLException {
    try (CallableStatement s = connection.prepareCall("{call abs(?)}")) {
      s.setInt(1, -1);
      journal.mayRefuse("CALL", "unknown", s::execute);
    }
    try (CallableStatement s = connection.prepareCall("{? = call abs(?)}")) {
      s.registerOutParameter(1, java.sql.Types.INTEGER);
      s.setInt(2, -1);
      journal.does("CALL", "unknown", s::execute);
    }
  }

  /** What a transaction needs besides its end counts as nothing, however drivers do it. */
  private void transactions() throws SQLException {
    connection.setAutoCommit(false);
    journal.does("INSERT", table, () -> inStatement(s -> s.executeUpdate(insert())));
    connection.setSavepoint("here");
    journal.does("TCL", "unknown", connection::rollback);
    journal.does("INSERT", table, () -> inStatement(s -> s.executeUpdate(insert())));
    journal.does("TCL", "unknown", connection::commit);
    connection.setAutoCommit(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.getTransactionIsolation();
    connection.getCatalog();
    try {
      connection.getSchema();
    } catch (SQLFeatureNotSupportedException e) {
      // A pool that is older than the method.
    }
    journal.does("TCL", "unknown", () -> inStatement(s -> s.execute("COMMIT")));
  }

  /** Works with a statement. */
  private interface Work {
    void with(Statement statement) throws SQLException;
  }

  private void inStatement(Work work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      work.with(statement);
    }
  }

  private String insert() {
    return "INSERT INTO " + table + " (id, name) VALUES (" + ++nextId + ", 'canary')";
  }

  private String preparedInsert() {
    return "INSERT INTO " + table + " (id, name) VALUES (?, 'canary')";
  }

  private PreparedStatement withId(PreparedStatement statement) throws SQLException {
    statement.setInt(1, ++nextId);
    return statement;
  }

  private static void read(ResultSet rows) throws SQLException {
    try (rows) {
      while (rows.next()) {
        // Reading rows executes nothing that counts.
      }
    }
  }
}
