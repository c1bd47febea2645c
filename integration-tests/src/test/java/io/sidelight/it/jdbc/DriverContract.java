// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every driver must look like in a scrape: bare and behind each pool, each statement counts
 * once. Subclasses say where the database is. One child JVM for each JDK and version runs all
 * pools.
 */
abstract class DriverContract {

  static final List<String> POOLS =
      List.of(
          "bare",
          "hikaricp",
          "dbcp2",
          "dbcpcached",
          "tomcat-jdbc",
          "tomcatplain",
          "c3p0",
          "druid",
          "agroal",
          "ucp",
          "vibur",
          "p6spy",
          "lazy",
          "routing",
          "ironjacamar");

  /** The part of the names of the sets of libraries. */
  abstract String driver();

  abstract String url();

  abstract String user();

  /** Whether {@code Connection.isValid}, which pools call when they like, executes statements. */
  boolean testsConnectionsWithStatements() {
    return false;
  }

  /** How many statements the scenario executes behind each pool. */
  int operations() {
    return 48;
  }

  @ParameterizedTest(name = "{0}, {1} versions")
  @MethodSource("combinations")
  void eachStatementIsCountedOnceWhateverThePool(Jdk jdk, String versions) {
    try (VictimProcess victim = program("ScenarioMain", versions).on(jdk).start()) {
      victim.awaitLine("ready");
      Scrape scrape = victim.scrape();

      assertThat(scrape.has("db_result_rows_count")).isFalse(); // unless asked for

      assertThat(exposed(scrape)).isEqualTo(done(victim));
      assertThat(timed(scrape)).isEqualTo(doneByTypeAndTable(victim));
      assertThat(errors(scrape, "SELECT", "syntax")).isEqualTo(POOLS.size());
      assertThat(errors(scrape, "INSERT", "constraint")).isEqualTo(2.0 * POOLS.size());
      assertThat(scrape.sum("errors_total", "component", "db"))
          .isEqualTo(scrape.sum("db_query_errors_total"));
      assertThat(scrape.sum("db_query_errors_total") - errors(scrape, "OTHER"))
          .isEqualTo((double) journal(victim).filter(did -> did[3].equals("error")).count());
      assertThat(scrape.text()).doesNotContain("canary");
      if (!testsConnectionsWithStatements()) {
        assertThat(scrape.sum("db_queries_total", "type", "OTHER")).isZero();
      }
    }
  }

  @ParameterizedTest(name = "{0}, {1} versions")
  @MethodSource("combinations")
  void theRowsOfEachResultAreCountedOnceWhateverThePool(Jdk jdk, String versions) {
    try (VictimProcess victim =
        program("RowsMain", versions).on(jdk).agent("instrument.result-rows=true").start()) {
      victim.awaitLine("ready");
      Scrape scrape = victim.scrape();

      for (String pool : POOLS) {
        String table = "rows_" + pool.replace('-', '_');
        assertThat(rows(scrape, "_count", table)).as(pool).isEqualTo(4);
        assertThat(rows(scrape, "_sum", table)).as(pool).isEqualTo(12);
      }
      assertThat(scrape.sum("sidelight_advice_errors_total")).isZero();
    }
  }

  private static double rows(Scrape scrape, String suffix, String table) {
    return scrape.sum("db_result_rows" + suffix, "type", "SELECT", "table", table);
  }

  static Stream<Arguments> combinations() {
    return Jdk.all().stream()
        .flatMap(jdk -> Stream.of("lowest", "latest").map(v -> Arguments.of(jdk, v)));
  }

  private Victim program(String main, String versions) {
    Stream<String> arguments = Stream.concat(Stream.of(url(), user(), ""), POOLS.stream());
    return Victim.main("io.sidelight.it.apps.jdbc." + main)
        .app("jdbc", "pools-" + versions, driver() + "-" + versions)
        .args(arguments.toArray(String[]::new));
  }

  /** The counters that are not zero; how pools test connections is not the scenario's matter. */
  private String exposed(Scrape scrape) {
    Map<String, Double> lines = new TreeMap<>();
    samples(scrape, "db_queries_total")
        .forEach(
            sample ->
                lines.put(
                    counter(label(sample, "type"), label(sample, "table"), label(sample, "status")),
                    sample.value()));
    return text(lines);
  }

  private String timed(Scrape scrape) {
    Map<String, Double> lines = new TreeMap<>();
    samples(scrape, "db_query_duration_seconds_count")
        .forEach(
            sample ->
                lines.put(label(sample, "type") + " " + label(sample, "table"), sample.value()));
    return text(lines);
  }

  private static double errors(Scrape scrape, String type, String error) {
    return scrape.sum("db_query_errors_total", "type", type, "error", error);
  }

  private static double errors(Scrape scrape, String type) {
    return scrape.sum("db_query_errors_total", "type", type);
  }

  private Stream<Scrape.Sample> samples(Scrape scrape, String name) {
    return scrape.samples().stream()
        .filter(sample -> sample.name().equals(name) && sample.value() != 0)
        .filter(sample -> !isTest(label(sample, "type"), label(sample, "table")));
  }

  /** Whether pools execute such statements to test connections. */
  private boolean isTest(String type, String table) {
    return type.equals("OTHER")
        || (testsConnectionsWithStatements() && type.equals("SELECT") && table.equals("unknown"));
  }

  private static String label(Scrape.Sample sample, String name) {
    return sample.labels().getOrDefault(name, "");
  }

  private String done(VictimProcess victim) {
    Map<String, Double> lines = new TreeMap<>();
    journal(victim)
        .filter(did -> !isTest(did[1], did[2]))
        .forEach(did -> lines.merge(counter(did[1], did[2], did[3]), 1.0, Double::sum));
    return text(lines);
  }

  private String doneByTypeAndTable(VictimProcess victim) {
    Map<String, Double> lines = new TreeMap<>();
    journal(victim)
        .filter(did -> !isTest(did[1], did[2]))
        .forEach(did -> lines.merge(did[1] + " " + did[2], 1.0, Double::sum));
    return text(lines);
  }

  private Stream<String[]> journal(VictimProcess victim) {
    List<String> lines = victim.stdout().lines().toList();
    // So that a scenario that stops early is not taken for a complete one.
    assertThat(lines.stream().filter(line -> line.matches("(did|unknown) .*")))
        .hasSize(operations() * POOLS.size());
    return lines.stream().filter(line -> line.startsWith("did ")).map(l -> l.split(" ", -1));
  }

  private static String counter(String type, String table, String status) {
    return String.format(
        Locale.ROOT,
        "db_queries_total{type=\"%s\",table=\"%s\",status=\"%s\"}",
        type,
        table,
        status);
  }

  private static String text(Map<String, Double> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach((line, value) -> text.append(line).append(' ').append(value).append('\n'));
    return text.toString();
  }
}
