// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.app.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** A few rows in H2 in memory, and the same in Redis, each behind a pool. Thread-safe. */
final class Store {

  private static final int ITEMS = 100;

  private final HikariDataSource database;
  private final JedisPool redis;

  /** Connects to both and fills them. */
  Store(int redisPort) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:store;DB_CLOSE_DELAY=-1");
    config.setMaximumPoolSize(Main.THREADS);
    database = new HikariDataSource(config);
    redis = new JedisPool("127.0.0.1", redisPort);
    try (Connection connection = database.getConnection();
        Statement create = connection.createStatement()) {
      create.execute("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(40))");
      try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO item (id, name) VALUES (?, ?)");
          Jedis jedis = redis.getResource()) {
        for (int id = 0; id < ITEMS; id++) {
          insert.setInt(1, id);
          insert.setString(2, name(id));
          insert.executeUpdate();
          jedis.set(key(id), name(id));
        }
      }
    }
  }

  /** One query, with a connection of the pool. */
  String query(int id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT name FROM item WHERE id = ?")) {
      select.setInt(1, id % ITEMS);
      try (ResultSet found = select.executeQuery()) {
        if (!found.next()) {
          throw new IllegalStateException("no row " + id);
        }
        return found.getString(1);
      }
    }
  }

  /** One command, with a connection of the pool. */
  String cached(int id) {
    try (Jedis jedis = redis.getResource()) {
      String found = jedis.get(key(id % ITEMS));
      if (found == null) {
        throw new IllegalStateException("no key " + id);
      }
      return found;
    }
  }

  private static String key(int id) {
    return "item:" + id;
  }

  private static String name(int id) {
    return "name of item " + id;
  }
}
