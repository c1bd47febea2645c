// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import io.sidelight.spi.TextCache;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * From SQL text to series, with a bound on both levels. Texts that are repeated stay known, even
 * among many that are not because the application writes values into them; the latter are scanned
 * each time. Never locks for what it knows.
 *
 * @param <S> the series of one type and table
 */
final class QueryCache<S> {

  static final int MAX_TEXTS = 1024;
  static final int MAX_TEXT_LENGTH = 1024;
  static final int MAX_TABLES = 1000;

  private final BiFunction<SqlType, String, S> resolver;
  private final Map<SqlType, ConcurrentHashMap<String, S>> byTable = new EnumMap<>(SqlType.class);
  private final TextCache<S> byText = new TextCache<>(MAX_TEXTS, MAX_TEXT_LENGTH);

  QueryCache(BiFunction<SqlType, String, S> resolver) {
    this.resolver = resolver;
    for (SqlType type : SqlType.values()) {
      byTable.put(type, new ConcurrentHashMap<>());
    }
  }

  S of(String sql) {
    S known = byText.get(sql);
    if (known != null) {
      return known;
    }
    SqlScanner scanner = new SqlScanner(sql);
    S found = of(scanner.type(), scanner.table());
    byText.put(sql, found);
    return found;
  }

  S unknown() {
    return of(SqlType.OTHER, SqlScanner.UNKNOWN);
  }

  S of(SqlType type, String table) {
    ConcurrentHashMap<String, S> tables = byTable.get(type);
    if (tables == null) {
      throw new AssertionError(type);
    }
    S known = tables.get(table);
    if (known != null) {
      return known;
    }
    S found = resolver.apply(type, table);
    if (tables.size() < MAX_TABLES) {
      tables.put(table, found);
    }
    return found;
  }
}
