// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlScannerTest {

  /** Text that means something in SQL, in every order, so that quotes and comments go wrong. */
  private static final String[] FRAGMENTS = {
    "'",
    "''",
    "\"",
    "`",
    "[",
    "]",
    "\\",
    "\\'",
    "$$",
    "$a$",
    "$",
    "--",
    "-- ",
    "#",
    "/*",
    "*/",
    "/*!",
    "\n",
    "\r",
    "\r\n",
    "(",
    ")",
    "{",
    "}",
    ",",
    ".",
    ";",
    "?",
    ":",
    "@",
    " ",
    " ",
    " ",
    " FROM ",
    " SELECT ",
    " INTO ",
    " UPDATE ",
    " TABLE ",
    " WITH ",
    " AS ",
    " DISTINCT ",
    "q",
    "E",
    "N",
    "x",
    "t",
    "1",
    "::",
    "!=",
    "é"
  };

  @ParameterizedTest
  @MethodSource("corpus")
  void typeAndTableAreAsExpected(Row row) {
    SqlScanner scanner = new SqlScanner(row.sql());

    assertThat(scanner.type() + " " + scanner.table()).isEqualTo(row.type() + " " + row.table());
  }

  @Test
  void theCorpusIsLargeAndNoTableInItIsACanary() throws IOException {
    assertThat(corpus()).hasSizeGreaterThan(300);
    assertThat(corpus()).noneMatch(row -> row.table().contains("canary"));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void noPrefixOfAStatementRevealsAValue(Row row) {
    // The window may end anywhere; what is cut there must not be taken for something else.
    for (int length = 0; length < row.sql().length(); length++) {
      String head = row.sql().substring(0, length);
      String padding = " ".repeat(SqlTokens.WINDOW - length);
      assertThat(new SqlScanner(padding + row.sql()).table()).doesNotContain("canary");
      assertThat(new SqlScanner(head).table()).doesNotContain("canary");
    }
  }

  @Test
  void theLocaleOfTheApplicationDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      SqlScanner scanner = new SqlScanner("insert INTO \"ITEMS\" VALUES (1)");
      assertThat(scanner.type()).isEqualTo(SqlType.INSERT);
      assertThat(scanner.table()).isEqualTo("items");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aNameThatTheWindowCutsIsNotReported() {
    String start = "SELECT a FROM ";
    String blanks = " ".repeat(SqlTokens.WINDOW - start.length() - 6);

    assertThat(new SqlScanner(start + blanks + "orders").table()).isEqualTo("orders");
    assertThat(new SqlScanner(start + blanks + "orders ").table()).isEqualTo("unknown");
    assertThat(new SqlScanner(start + blanks + "orders2").table()).isEqualTo("unknown");
    assertThat(new SqlScanner(start + blanks + "shop.orders").table()).isEqualTo("unknown");
  }

  @Test
  void whateverIsWrittenTheTableIsAPlainNameAndNothingIsThrown() {
    Random random = new Random(20240229);
    for (int i = 0; i < 300_000; i++) {
      StringBuilder sql = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        sql.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
      }
      SqlScanner scanner = new SqlScanner(sql.toString());
      assertThat(scanner.type()).isNotNull();
      assertThat(scanner.table()).as(sql.toString()).matches("[a-z_][a-z0-9_$]{0,62}");
    }
  }

  @Test
  void noLiteralIsEverATableWhateverStandsBeforeIt() {
    Random random = new Random(42);
    String[] literals = {
      "'%s'", "'a''%s'", "E'%s'", "N'%s'", "q'[%s]'", "$$%s$$", "$b$%s$b$", "/* %s */", "-- %s\n"
    };
    for (int i = 0; i < 200_000; i++) {
      StringBuilder sql = new StringBuilder("SELECT ");
      for (int n = random.nextInt(6); n >= 0; n--) {
        String content = random.nextBoolean() ? " from canary " : "canary";
        sql.append(String.format(literals[random.nextInt(literals.length)], content)).append(", ");
        sql.append(random.nextBoolean() ? "f(a) " : "[b] ");
      }
      sql.append(random.nextBoolean() ? "FROM orders" : "FROM 'canary'");
      assertThat(new SqlScanner(sql.toString()).table())
          .as(sql.toString())
          .isIn("orders", "unknown");
    }
  }

  @Test
  void aPathologicalStatementAllocatesNextToNothing() {
    for (String sql : pathological()) {
      assertThat(bytesPerScan(sql)).as(sql.substring(0, 30)).isLessThan(32 * 1024);
    }
  }

  private static long bytesPerScan(String sql) {
    new SqlScanner(sql);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10; i++) {
      new SqlScanner(sql);
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / 10;
  }

  private static List<String> pathological() {
    int million = 1_000_000;
    return List.of(
        "SELECT '" + "x".repeat(50 * million) + "' FROM t",
        "SELECT * FROM t WHERE id IN (" + "1,".repeat(million) + "1)",
        "SELECT * FROM t WHERE id IN (" + "'canary',".repeat(million) + "1)",
        "/*".repeat(million),
        "/* ".repeat(million) + "*/".repeat(million) + " SELECT 1 FROM t",
        "--\n".repeat(million) + "SELECT 1 FROM t",
        "SELECT " + "(".repeat(million) + "1" + ")".repeat(million) + " FROM t",
        "(".repeat(million) + "SELECT 1 FROM t",
        "SELECT 1 FROM " + "(".repeat(million) + "SELECT 1 FROM t",
        "SELECT 1 FROM " + "(SELECT 1 FROM ".repeat(million) + "t",
        "WITH " + "x AS (SELECT 1), ".repeat(million) + "y AS (SELECT 1) SELECT 1",
        "WITH " + "x AS (WITH ".repeat(million),
        "SELECT 1 FROM " + "a.".repeat(million) + "t",
        "SELECT 1 FROM " + "a".repeat(million),
        "SELECT $" + "a$b".repeat(million) + " FROM t",
        "SELECT '" + "\\".repeat(million),
        "SELECT '" + "''".repeat(million),
        "[".repeat(million),
        "INSERT " + "OR ".repeat(million),
        "UPDATE " + "TOP (".repeat(million),
        "CREATE " + "OR ".repeat(million),
        ";".repeat(million),
        "{".repeat(million),
        " ".repeat(million));
  }

  static List<Row> corpus() throws IOException {
    try (InputStream in = SqlScannerTest.class.getResourceAsStream("/statements.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Row::parse)
          .toList();
    }
  }

  record Row(String type, String table, String sql) {

    static Row parse(String line) {
      String[] parts = line.split(" ", 3);
      String sql = parts.length < 3 ? "" : parts[2];
      return new Row(parts[0], parts[1], sql.replace('⏎', '\n').replace('␍', '\r'));
    }
  }
}
