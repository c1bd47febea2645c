// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A database in memory with one row: as cheap as queries get. Open as long as the benchmark. */
@SuppressWarnings("NullAway.Init") // JMH sets it up
@State(Scope.Benchmark)
public class Database {

  static final String URL = "jdbc:h2:mem:shop";

  private Connection keeper;

  /** Creates it. */
  @Setup
  public void create() throws SQLException {
    keeper = DriverManager.getConnection(URL);
    try (Statement statement = keeper.createStatement()) {
      statement.execute("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(40))");
      statement.execute("INSERT INTO item VALUES (1, 'lamp')");
    }
  }

  /** Drops it. */
  @TearDown
  public void drop() throws SQLException {
    keeper.close();
  }
}
