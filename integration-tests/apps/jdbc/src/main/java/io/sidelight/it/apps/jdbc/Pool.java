// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * An open pool of any library.
 *
 * @param source what the application uses
 * @param closer what closes it
 */
record Pool(DataSource source, Closer closer) implements AutoCloseable {

  /** Closes a pool. */
  interface Closer {
    void close() throws SQLException;
  }

  /** Limits that every library knows. */
  record Limits(String name, int min, int max, int waitMillis) {

    /** A small pool without a name. */
    static final Limits SMALL = new Limits("", 1, 1, 10_000);

    boolean isNamed() {
      return !name.isEmpty();
    }
  }

  Connection connection() throws SQLException {
    return source.getConnection();
  }

  @Override
  public void close() throws SQLException {
    closer.close();
  }
}
