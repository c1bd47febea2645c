// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an application executes through ShardingSphere-JDBC counts once, however many statements in
 * however many databases that takes. What ShardingSphere asks databases for itself, e.g. which
 * columns a new table has, counts too, and is not compared here.
 */
final class ShardingSphereTest {

  /** They concern no table. */
  private static final int TRANSACTIONS = 2;

  @ParameterizedTest(name = "{0}, {1} version")
  @MethodSource("combinations")
  void aStatementCountsOnceWhereverItIsExecuted(Jdk jdk, String version) {
    try (VictimProcess victim = start(jdk, version)) {
      victim.awaitLine("ready");
      countsEachOnce(victim, "one", "items", 1);
      countsEachOnce(victim, "two", "orders", 2);
      assertThat(victim.scrape().text()).doesNotContain("canary");
    }
  }

  static Stream<Arguments> combinations() {
    return Jdk.all().stream()
        .flatMap(jdk -> Stream.of("lowest", "latest").map(v -> Arguments.of(jdk, v)));
  }

  private static VictimProcess start(Jdk jdk, String version) {
    String set = "shardingsphere-" + version;
    String app = version.equals("lowest") ? "shardingsphere" : set;
    return Victim.main("io.sidelight.it.apps.shardingsphere.ShardingSphereMain")
        .on(jdk)
        .app("plain")
        .app("shardingsphere")
        .classpath(Repository.libs(app, set).toArray(Path[]::new))
        .start();
  }

  private static void countsEachOnce(
      VictimProcess victim, String scenario, String table, int threads) {
    Scrape before = victim.scrape();
    int known = victim.stdout().length();
    victim.send(scenario);
    assertThat(victim.awaitLine("done " + scenario)).isEqualTo("done " + scenario);
    Scrape after = victim.scrape();

    String said = victim.stdout().substring(known);
    // One statement was executed on as many; were it one in both cases, this would prove nothing.
    assertThat(said).contains("threads " + threads);
    Map<String, Double> done = new TreeMap<>();
    said.lines()
        .filter(line -> line.startsWith("did "))
        .forEach(line -> done.merge(line.substring("did ".length()), 1.0, Double::sum));
    assertThat(done).hasSize(8);
    assertThat(counted(before, after, table)).isEqualTo(done);
    assertThat(timed(after, table) - timed(before, table)).isEqualTo(sum(done) - TRANSACTIONS);
  }

  private static double timed(Scrape scrape, String table) {
    return scrape.sum("db_query_duration_seconds_count", "table", table);
  }

  private static double sum(Map<String, Double> counts) {
    return counts.values().stream().mapToDouble(count -> count).sum();
  }

  private static Map<String, Double> counted(Scrape before, Scrape after, String table) {
    Map<String, Double> counted = new TreeMap<>();
    for (Scrape.Sample sample : after.samples()) {
      Map<String, String> labels = sample.labels();
      String type = labels.getOrDefault("type", "");
      boolean ours = labels.getOrDefault("table", "").equals(table) || type.equals("TCL");
      if (sample.name().equals("db_queries_total") && ours) {
        String status = labels.getOrDefault("status", "");
        String on = labels.getOrDefault("table", "");
        double old =
            before.valueOrZero("db_queries_total", "type", type, "table", on, "status", status);
        if (sample.value() > old) {
          counted.put(type + " " + on + " " + status, sample.value() - old);
        }
      }
    }
    return counted;
  }
}
