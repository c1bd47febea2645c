// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.Getter;
import io.sidelight.spi.HealthResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Borrows a connection as the application does, and lets its driver, or a query, try it. */
final class DatabaseQuestion implements Question {

  private static final Getter CONNECTION = new Getter("?getConnection");

  private final String query;

  /** Asks with that query; if empty, with what the driver has for that. */
  DatabaseQuestion(String query) {
    this.query = query;
  }

  @Override
  public HealthResult ask(ConnectionPool pool, Object source, long timeoutNanos) throws Exception {
    Object borrowed = CONNECTION.read(source);
    if (!(borrowed instanceof Connection)) {
      return HealthResult.busy("known only while the application uses it");
    }
    try (Connection connection = (Connection) borrowed) {
      int seconds = (int) Math.max(1, (timeoutNanos + 999_999_999L) / 1_000_000_000L);
      if (!query.isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          statement.setQueryTimeout(seconds);
          boolean ignored = statement.execute(query);
        }
      } else if (!connection.isValid(seconds)) {
        return HealthResult.unhealthy("the connection is not valid");
      }
      if (pool.product() == null) {
        pool.product(product(connection));
      }
    }
    return HealthResult.healthy();
  }

  private static @Nullable String product(Connection connection) {
    try {
      return connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      return null; // it has just answered; what it is called matters less
    }
  }
}
