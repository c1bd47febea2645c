// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.shardingsphere;

import static java.sql.Statement.RETURN_GENERATED_KEYS;

import io.sidelight.it.apps.plain.Scenarios;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

/**
 * Uses a table that is in one database, and one that is in two. One line on standard output for
 * each call that an exact measurement must have counted.
 */
public final class ShardingSphereMain {

  /** The oldest and the latest version agree on as much. */
  private static final String RULES =
      """
      dataSources:
        ds_0:
          dataSourceClassName: com.zaxxer.hikari.HikariDataSource
          driverClassName: org.h2.Driver
          jdbcUrl: jdbc:h2:mem:ds_0;DB_CLOSE_DELAY=-1
          username: sa
          password:
        ds_1:
          dataSourceClassName: com.zaxxer.hikari.HikariDataSource
          driverClassName: org.h2.Driver
          jdbcUrl: jdbc:h2:mem:ds_1;DB_CLOSE_DELAY=-1
          username: sa
          password:
      rules:
      - !SHARDING
        tables:
          items:
            actualDataNodes: ds_0.items
          orders:
            actualDataNodes: ds_${0..1}.orders
            databaseStrategy:
              standard:
                shardingColumn: id
                shardingAlgorithmName: by_id
        shardingAlgorithms:
          by_id:
            type: INLINE
            props:
              algorithm-expression: ds_${id % 2}
      """;

  private final Connection connection;
  private String table = "";
  private int nextId;

  private ShardingSphereMain(Connection connection) {
    this.connection = connection;
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    defineFunctions();
    try (Connection connection =
        YamlShardingSphereDataSourceFactory.createDataSource(RULES.getBytes(StandardCharsets.UTF_8))
            .getConnection()) {
      Scenarios.run(new ShardingSphereMain(connection));
    }
  }

  /** Everything with the table that is in one database. */
  public void one() throws SQLException {
    run("items");
  }

  /** Everything with the table that is in two databases. */
  public void two() throws SQLException {
    run("orders");
  }

  private void run(String newTable) throws SQLException {
    table = newTable;
    nextId = 0;
    try (Statement statement = connection.createStatement()) {
      definitions(statement);
      plainStatements(statement);
      batchOfTexts(statement);
      failures(statement);
      transactions(statement);
    }
    preparedStatements();
    threads();
  }

  private void definitions(Statement s) throws SQLException {
    String columns = " (id INT PRIMARY KEY, name VARCHAR(40))";
    does("DDL", () -> s.execute("DROP TABLE IF EXISTS " + table));
    does("DDL", () -> s.execute("CREATE TABLE " + table + columns));
  }

  private void plainStatements(Statement s) throws SQLException {
    does("INSERT", () -> s.execute(insert()));
    does("INSERT", () -> s.executeUpdate(insert()));
    does("INSERT", () -> s.executeUpdate(insert(), RETURN_GENERATED_KEYS));
    does("SELECT", () -> read(s.executeQuery("SELECT * FROM " + table)));
    does("SELECT", () -> s.execute("SELECT name FROM " + table));
    does("SELECT", () -> read(s.executeQuery("SELECT name FROM " + table + " WHERE id = 1")));
    does("SELECT", () -> read(s.executeQuery("SELECT COUNT(*) FROM " + table)));
    does("UPDATE", () -> s.executeUpdate("UPDATE " + table + " SET name = 'canary'"));
    does("UPDATE", () -> s.execute("UPDATE " + table + " SET name = 'canary' WHERE id = 1"));
    does("DELETE", () -> s.executeUpdate("DELETE FROM " + table + " WHERE name = 'nobody'"));
  }

  private void preparedStatements() throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(preparedInsert())) {
      does("INSERT", () -> withId(s).executeUpdate());
      does("INSERT", () -> withId(s).execute());
      for (int i = 0; i < 10; i++) {
        withId(s).addBatch();
      }
      does("INSERT", s::executeBatch);
    }
    try (PreparedStatement s =
        connection.prepareStatement("SELECT name FROM " + table + " WHERE id = ?")) {
      s.setInt(1, 1);
      does("SELECT", () -> read(s.executeQuery()));
    }
    try (PreparedStatement s =
        connection.prepareStatement("SELECT id FROM " + table + " WHERE name = ?")) {
      s.setString(1, "canary");
      does("SELECT", () -> read(s.executeQuery()));
      s.setString(1, "canary"); // the lowest version forgets it
      does("SELECT", s::execute);
    }
    try (PreparedStatement s = connection.prepareStatement("DELETE FROM " + table)) {
      does("DELETE", s::executeUpdate);
      does("DELETE", s::execute);
    }
  }

  private void batchOfTexts(Statement s) throws SQLException {
    try {
      s.addBatch(insert());
      s.addBatch(insert());
    } catch (SQLFeatureNotSupportedException e) {
      return; // the lowest version
    }
    does("INSERT", s::executeBatch);
  }

  private void failures(Statement s) {
    fails("SELECT", () -> s.executeQuery("SELECT nothing FROM " + table));
    fails("INSERT", () -> s.executeUpdate("INSERT INTO " + table + " (id, name) VALUES (1, 'x')"));
  }

  private void transactions(Statement s) throws SQLException {
    connection.setAutoCommit(false);
    does("INSERT", () -> s.executeUpdate(insert()));
    does("INSERT", () -> s.executeUpdate(insert()));
    end(connection::commit);
    does("UPDATE", () -> s.executeUpdate("UPDATE " + table + " SET name = 'canary'"));
    end(connection::rollback);
    connection.setAutoCommit(true);
  }

  /** Says on how many threads one statement was executed. */
  private void threads() throws SQLException {
    try (Statement s = connection.createStatement()) {
      does("INSERT", () -> s.executeUpdate(insert()));
      does("INSERT", () -> s.executeUpdate(insert()));
      does("UPDATE", () -> s.executeUpdate("UPDATE " + table + " SET name = THREAD()"));
      Set<String> names = new HashSet<>();
      does(
          "SELECT",
          () -> {
            try (ResultSet rows = s.executeQuery("SELECT name FROM " + table)) {
              while (rows.next()) {
                names.add(rows.getString(1));
              }
            }
          });
      System.out.println("threads " + names.size());
    }
  }

  /** A function of both databases. */
  public static String thread() {
    return Thread.currentThread().getName();
  }

  private static void defineFunctions() throws SQLException {
    for (String database : List.of("ds_0", "ds_1")) {
      String url = "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1";
      try (Connection connection = DriverManager.getConnection(url, "sa", "");
          Statement statement = connection.createStatement()) {
        String method = ShardingSphereMain.class.getName() + ".thread";
        statement.execute("CREATE ALIAS THREAD FOR \"" + method + "\"");
      }
    }
  }

  /** One call. */
  private interface Operation {
    void run() throws SQLException;
  }

  private void does(String type, Operation operation) throws SQLException {
    operation.run();
    System.out.println("did " + type + " " + table + " success");
  }

  private void fails(String type, Operation operation) {
    try {
      operation.run();
    } catch (SQLException | RuntimeException expected) { // the latest version throws its own, too
      System.out.println("did " + type + " " + table + " error");
      return;
    }
    throw new AssertionError(type + " did not fail");
  }

  private static void end(Operation operation) throws SQLException {
    operation.run();
    System.out.println("did TCL unknown success");
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
