// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.spi.TextCache;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From SQL text to series, with a bound on both levels. Texts that are repeated stay known, even
 * among many that are not because the application writes values into them; the latter are scanned
 * each time. Never locks for what it knows.
 */
final class QueryCache {

  static final int MAX_TEXTS = 1024;
  static final int MAX_TEXT_LENGTH = 1024;
  static final int MAX_TABLES = 1000;

  private final QueryFamilies families;
  private final Map<SqlType, ConcurrentHashMap<String, Query>> byTable =
      new EnumMap<>(SqlType.class);
  private final TextCache<Query> byText = new TextCache<>(MAX_TEXTS, MAX_TEXT_LENGTH);

  QueryCache(QueryFamilies families) {
    this.families = families;
    for (SqlType type : SqlType.values()) {
      byTable.put(type, new ConcurrentHashMap<>());
    }
  }

  Query of(String sql) {
    Query known = byText.get(sql);
    if (known != null) {
      return known;
    }
    Query query = scan(sql);
    byText.put(sql, query);
    return query;
  }

  Query unknown() {
    return of(SqlType.OTHER, SqlScanner.UNKNOWN);
  }

  private Query scan(String sql) {
    SqlScanner scanner = new SqlScanner(sql);
    return of(scanner.type(), scanner.table());
  }

  private Query of(SqlType type, String table) {
    @Nullable ConcurrentHashMap<String, Query> tables = byTable.get(type);
    if (tables == null) {
      throw new AssertionError(type);
    }
    Query known = tables.get(table);
    if (known != null) {
      return known;
    }
    Query query = new Query(families, type, table);
    if (tables.size() < MAX_TABLES) {
      tables.put(table, query);
    }
    return query;
  }
}
