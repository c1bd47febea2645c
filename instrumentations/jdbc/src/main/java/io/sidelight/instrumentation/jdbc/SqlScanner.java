// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import static io.sidelight.instrumentation.jdbc.SqlTokens.Kind.END;
import static io.sidelight.instrumentation.jdbc.SqlTokens.Kind.QUOTED;
import static io.sidelight.instrumentation.jdbc.SqlTokens.Kind.VALUE;
import static io.sidelight.instrumentation.jdbc.SqlTokens.Kind.WORD;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells from the beginning of a statement what it does and to which table, in any dialect. Not a
 * parser: what it does not recognise at once is {@link SqlType#OTHER} or {@link #UNKNOWN}. Linear
 * in {@link SqlTokens#WINDOW}, whatever the statement's length. A table is only ever a name that
 * stands where a table must stand, never a literal, a comment or a parameter.
 */
final class SqlScanner {

  static final String UNKNOWN = "unknown";

  /** Of a statement that changes, defines or drops more than one table. */
  static final String MULTIPLE = "multiple";

  private static final int MAX_NAME = 63;
  private static final int MAX_INDEX_TOKENS = 10;

  /** {@code server.database.schema.table}. */
  private static final int MAX_DOTS = 3;

  private static final String[] BEFORE_SOURCE = {"ONLY", "LATERAL", "OJ"};

  /** What may stand between a verb and the table it changes. */
  private static final String[] BEFORE_TARGET = {
    "INTO", "FROM", "TABLE", "ONLY", "IGNORE", "OVERWRITE", "LOW_PRIORITY", "HIGH_PRIORITY",
    "DELAYED", "QUICK", "ALL", "FIRST", "PERCENT", "IF", "NOT", "EXISTS"
  };

  /** What may stand between {@code CREATE} and {@code TABLE} or {@code INDEX}. */
  private static final String[] BEFORE_OBJECT = {
    "OR", "REPLACE", "GLOBAL", "LOCAL", "TEMPORARY", "TEMP", "UNLOGGED",
    "CACHED", "MEMORY", "FOREIGN", "EXTERNAL", "COLUMN", "ROW", "UNIQUE",
    "CLUSTERED", "NONCLUSTERED", "FULLTEXT", "SPATIAL", "BITMAP", "HASH", "IGNORE",
    "ON"
  };

  /** What cannot be a table where one is expected. */
  private static final String[] NEVER_A_TABLE = {
    "SELECT", "WITH", "VALUES", "SET", "WHERE", "WHEN", "USING", "AS", "DEFAULT", "ON", "FROM"
  };

  private static final String[] AFTER_BEGIN = {
    "TRANSACTION",
    "TRAN",
    "WORK",
    "ISOLATION",
    "READ",
    "NOT",
    "DEFERRABLE",
    "DEFERRED",
    "IMMEDIATE",
    "EXCLUSIVE",
    "CONCURRENT"
  };

  private final SqlTokens tokens;
  private final SqlType type;
  private String table = UNKNOWN;
  private boolean qualified;

  SqlScanner(String sql) {
    tokens = new SqlTokens(sql);
    tokens.next();
    while (tokens.isSymbol('(') || tokens.isSymbol(';')) {
      tokens.next();
    }
    type = tokens.isSymbol('{') || tokens.isSymbol('?') ? escape() : statement();
  }

  SqlType type() {
    return type;
  }

  /** Lower case, without schema; {@link #UNKNOWN} if there is none, or {@link #MULTIPLE}. */
  String table() {
    return table;
  }

  /** <code>{call p(?)}</code>, <code>{? = call f(?)}</code>, <code>? = call f(?)</code>. */
  private SqlType escape() {
    while (tokens.isSymbol('{') || tokens.isSymbol('?') || tokens.isSymbol('=')) {
      tokens.next();
    }
    return tokens.is("CALL") ? SqlType.CALL : SqlType.OTHER;
  }

  private SqlType statement() {
    return tokens.is("WITH") ? with() : mainStatement();
  }

  private SqlType mainStatement() {
    if (tokens.is("SELECT")) {
      table = from();
      return SqlType.SELECT;
    }
    if (tokens.is("INSERT") || tokens.is("REPLACE")) {
      table = target();
      return SqlType.INSERT;
    }
    if (tokens.is("UPDATE")) {
      table = updated();
      return SqlType.UPDATE;
    }
    if (tokens.is("DELETE")) {
      table = deleted();
      return SqlType.DELETE;
    }
    if (tokens.is("MERGE") || tokens.is("UPSERT")) {
      table = target();
      return SqlType.MERGE;
    }
    return otherStatement();
  }

  private SqlType otherStatement() {
    if (isAny("CALL", "EXEC", "EXECUTE")) {
      tokens.next();
      return tokens.is("IMMEDIATE") ? SqlType.OTHER : SqlType.CALL;
    }
    if (tokens.is("TRUNCATE")) {
      table = target();
      return SqlType.DDL;
    }
    if (isAny("CREATE", "ALTER", "DROP", "RENAME", "COMMENT")) {
      table = defined();
      return SqlType.DDL;
    }
    return transaction();
  }

  private SqlType transaction() {
    if (isAny("COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "ABORT", "END")) {
      return SqlType.TCL;
    }
    if (tokens.is("BEGIN")) {
      return begin();
    }
    boolean set = tokens.is("SET");
    if (set || isAny("START", "SAVE", "PREPARE")) {
      tokens.next();
      if (set && isAny("SESSION", "LOCAL", "GLOBAL")) {
        tokens.next();
      }
      return isAny("TRANSACTION", "TRAN") ? SqlType.TCL : SqlType.OTHER;
    }
    return SqlType.OTHER;
  }

  /** A transaction, or a block around a call: {@code BEGIN p(?); END;}. */
  private SqlType begin() {
    tokens.next();
    if (tokens.kind() == END || tokens.isSymbol(';') || isAny(AFTER_BEGIN)) {
      return SqlType.TCL;
    }
    if (tokens.kind() != WORD) {
      return SqlType.OTHER;
    }
    name();
    return tokens.isSymbol('(') || tokens.isSymbol(';') ? SqlType.CALL : SqlType.OTHER;
  }

  /** {@code WITH name [(columns)] AS [NOT MATERIALIZED] (query), ...} and the main statement. */
  private SqlType with() {
    Map<String, Integer> queries = new HashMap<>();
    tokens.next();
    boolean recursive = skip("RECURSIVE");
    while (true) {
      String name = part();
      tokens.next();
      skipParentheses();
      if (!skip("AS")) {
        return SqlType.OTHER;
      }
      skip("NOT");
      skip("MATERIALIZED");
      if (!tokens.isSymbol('(')) {
        return SqlType.OTHER;
      }
      queries.put(name, tokens.position());
      skipParentheses();
      if (!tokens.isSymbol(',')) {
        break;
      }
      tokens.next();
    }
    SqlType main = mainStatement();
    table = resolve(table, queries, recursive);
    return main;
  }

  /** Replaces the name of a query of the {@code WITH} clause by the table that the query reads. */
  private String resolve(String name, Map<String, Integer> queries, boolean recursive) {
    String result = name;
    while (!qualified && !result.equals(UNKNOWN)) {
      Integer position = queries.get(result);
      if (position == null) {
        break;
      }
      if (position < 0) {
        // A query that reads itself; without RECURSIVE, a table that is called like it.
        return recursive ? UNKNOWN : result;
      }
      queries.put(result, -1);
      tokens.restart(position, 1);
      tokens.next();
      result = tokens.is("SELECT") ? from() : UNKNOWN;
    }
    return result;
  }

  /** The first table of the {@code FROM} clause of the query whose {@code SELECT} was read. */
  private String from() {
    int depth = tokens.depth();
    boolean distinct = false;
    while (true) {
      tokens.next();
      if (tokens.kind() == END || tokens.isSymbol(';') || tokens.depth() < depth) {
        return UNKNOWN;
      }
      // EXTRACT(DAY FROM x) is deeper; a IS DISTINCT FROM b is not.
      if (tokens.depth() == depth && tokens.is("FROM") && !distinct) {
        skipToSource();
        if (!tokens.is("SELECT") || tokens.depth() == depth) {
          return source();
        }
        depth = tokens.depth();
      }
      distinct = tokens.is("DISTINCT");
    }
  }

  private void skipToSource() {
    do {
      tokens.next();
    } while (isAny(BEFORE_SOURCE) || tokens.isSymbol('(') || tokens.isSymbol('{'));
  }

  private String source() {
    String name = name();
    // f(x) is a function; FINAL TABLE (...) wraps a statement that changes something.
    return tokens.isSymbol('(') || tokens.is("TABLE") ? UNKNOWN : name;
  }

  /** The table that a verb changes. */
  private String target() {
    tokens.next();
    while (true) {
      if (tokens.is("OR")) {
        tokens.next();
        tokens.next();
      } else if (tokens.is("TOP")) {
        tokens.next();
        if (tokens.kind() == VALUE) {
          tokens.next();
        } else {
          skipParentheses();
        }
      } else if (tokens.isSymbol('(') || isAny(BEFORE_TARGET)) {
        tokens.next();
      } else {
        String name = name();
        return tokens.isSymbol(',') ? MULTIPLE : name;
      }
    }
  }

  /** {@code UPDATE t [AS] alias, ...}: several tables in some dialects. */
  private String updated() {
    String name = target();
    if (name.equals(UNKNOWN) || name.equals(MULTIPLE)) {
      return name;
    }
    skip("AS");
    if (tokens.kind() == WORD && !tokens.is("SET")) {
      tokens.next();
    }
    return tokens.isSymbol(',') ? MULTIPLE : name;
  }

  /** {@code DELETE FROM t}, or {@code DELETE alias FROM t alias}. */
  private String deleted() {
    String name = target();
    if (name.equals(MULTIPLE) || !tokens.is("FROM")) {
      return name;
    }
    skipToSource();
    return source();
  }

  /** The table that is created, changed or dropped, or that an index belongs to. */
  private String defined() {
    do {
      tokens.next();
    } while (isAny(BEFORE_OBJECT));
    if (tokens.is("TABLE")) {
      return target();
    }
    if (tokens.is("INDEX")) {
      for (int i = 0; i < MAX_INDEX_TOKENS && !tokens.isSymbol('('); i++) {
        tokens.next();
        if (tokens.is("ON")) {
          return target();
        }
      }
    }
    return UNKNOWN;
  }

  /** The last part of {@code schema.table}; goes on to the token after it. */
  private String name() {
    qualified = false;
    if (isAny(NEVER_A_TABLE)) {
      return UNKNOWN;
    }
    String name = part();
    tokens.next();
    for (int dots = 0; tokens.isSymbol('.'); dots++) {
      if (dots == MAX_DOTS) {
        return UNKNOWN;
      }
      qualified = true;
      tokens.next();
      if (tokens.isSymbol('*')) {
        tokens.next();
        return name;
      }
      if (!tokens.isSymbol('.')) {
        name = part();
        tokens.next();
      }
    }
    return name;
  }

  private String part() {
    boolean name = tokens.kind() == WORD || tokens.kind() == QUOTED;
    if (!name || tokens.length() > MAX_NAME || tokens.isBefore('#')) {
      return UNKNOWN;
    }
    String text = tokens.text();
    for (int i = 0; i < text.length(); i++) {
      if (!isNamePart(text.charAt(i), i == 0)) {
        return UNKNOWN;
      }
    }
    return text.isEmpty() ? UNKNOWN : text.toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && ((c >= '0' && c <= '9') || c == '$'));
  }

  /** Goes on behind the parentheses that open here, if they do. */
  private void skipParentheses() {
    if (!tokens.isSymbol('(')) {
      return;
    }
    int depth = tokens.depth() - 1;
    while (tokens.depth() > depth && tokens.kind() != END) {
      tokens.next();
    }
    tokens.next();
  }

  private boolean skip(String keyword) {
    boolean found = tokens.is(keyword);
    if (found) {
      tokens.next();
    }
    return found;
  }

  private boolean isAny(String... keywords) {
    for (String keyword : keywords) {
      if (tokens.is(keyword)) {
        return true;
      }
    }
    return false;
  }
}
