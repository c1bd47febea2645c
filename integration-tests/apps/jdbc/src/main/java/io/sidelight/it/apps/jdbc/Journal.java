// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** Does operations and prints one line for each: what an exact measurement must have counted. */
final class Journal {

  /** One call of an {@code execute} method. */
  interface Operation {
    void run() throws SQLException;
  }

  /** Does {@code operation}, which must succeed, unless a pool is older than the method. */
  void does(String type, String table, Operation operation) throws SQLException {
    try {
      operation.run();
      print(type, table, "success");
    } catch (UnsupportedOperationException
        | SQLFeatureNotSupportedException
        | AbstractMethodError e) {
      System.out.println("unknown " + type + " " + table);
    }
  }

  /** Does {@code operation}, which must fail. */
  void fails(String type, String table, Operation operation) {
    try {
      operation.run();
    } catch (SQLException expected) {
      print(type, table, "error");
      return;
    }
    throw new AssertionError(type + " " + table + " did not fail");
  }

  /** Does {@code operation}, which this driver may refuse. */
  void mayRefuse(String type, String table, Operation operation) {
    try {
      operation.run();
      print(type, table, "success");
    } catch (SQLException e) {
      print(type, table, "error");
    }
  }

  private static void print(String type, String table, String status) {
    System.out.println("did " + type + " " + table + " " + status);
  }
}
