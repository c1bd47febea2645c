// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that are many, and statements that are slow. */
@ParameterizedClass
@MethodSource("io.sidelight.testkit.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets it up
final class StatementsTest {

  private static final double MANY = 10_000;
  private static final String QUERIES = "db_queries_total";
  private static final String SLOW = "db_slow_queries_total";

  @Parameter Jdk jdk;

  private VictimProcess victim;

  @BeforeParameterizedClassInvocation
  void start() {
    victim =
        Victim.main("io.sidelight.it.apps.jdbc.StatementsMain")
            .on(jdk)
            .app("plain")
            .app("jdbc", "h2-latest")
            .args("jdbc:h2:mem:shop")
            .agent("db.slow-threshold=100ms")
            .start();
    victim.awaitLine("ready");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    victim.close();
  }

  private Scrape run(String scenario) {
    victim.send(scenario);
    assertThat(victim.awaitLine("done " + scenario)).isEqualTo("done " + scenario);
    return victim.scrape();
  }

  @Test
  void tenThousandTablesAreAFewSeries() {
    Scrape scrape = run("manyTables");

    assertThat(scrape.sum(QUERIES, "type", "SELECT", "status", "error")).isEqualTo(MANY);
    assertThat(scrape.sum("db_query_duration_seconds_count", "type", "SELECT")).isEqualTo(MANY);
    assertThat(scrape.sum("db_query_errors_total", "type", "SELECT", "error", "syntax"))
        .isEqualTo(MANY);
    assertThat(scrape.labels(QUERIES, "table")).hasSizeBetween(90, 101).contains("other");
    assertThat(scrape.sum("sidelight_label_overflow_total", "label", "table")).isPositive();
  }

  @Test
  void tenThousandTextsAreOneSeriesAndNoneOfThemIsALabel() {
    Scrape scrape = run("manyTexts");

    assertThat(scrape.sum(QUERIES, "type", "INSERT")).isEqualTo(MANY);
    assertThat(scrape.labels(QUERIES, "type")).contains("INSERT");
    assertThat(scrape.text()).doesNotContain("canary");
  }

  @Test
  void aQueryIsSlowFromTheThresholdOn() {
    Scrape scrape = run("slow");

    assertThat(scrape.sum(SLOW, "type", "CALL")).isEqualTo(1);
    assertThat(scrape.sum(QUERIES, "type", "CALL", "status", "success")).isEqualTo(2);
    assertThat(scrape.sum("db_query_duration_seconds_sum", "type", "CALL")).isBetween(0.15, 60.0);
  }
}
