// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A prepared query, on a statement that each thread keeps. */
@SuppressWarnings("NullAway.Init") // JMH sets it up
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JdbcPreparedQuery {

  static final String SQL = "SELECT name FROM item WHERE id = ?";

  private Connection connection;
  private PreparedStatement statement;

  /** Connects and prepares. */
  @Setup
  public void open(Database database) throws SQLException {
    connection = DriverManager.getConnection(Database.URL);
    statement = connection.prepareStatement(SQL);
  }

  /** One query. */
  @Benchmark
  public String query() throws SQLException {
    statement.setInt(1, 1);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Disconnects. */
  @TearDown
  public void close() throws SQLException {
    connection.close();
  }
}
