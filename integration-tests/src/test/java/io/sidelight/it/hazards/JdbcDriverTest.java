// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The database driver is called by the application only, and its texts stay where they are. */
class JdbcDriverTest {

  private static final List<String> SECRETS =
      List.of("hunter2", "tok-4711", "ann@example.org", "jdbc-password", "4111111111111111");

  @TempDir Path folder;

  @OnEveryJdk
  void theDriverSeesExactlyTheApplicationsCalls(Jdk jdk) throws IOException {
    Path classes = classes(jdk);
    String without;
    try (VictimProcess victim = main(jdk, classes, "calls").withoutAgent().start()) {
      victim.awaitLine("ready");
      without = victim.stdout();
    }
    try (VictimProcess victim = main(jdk, classes, "calls").start()) {
      victim.awaitLine("ready");
      assertThat(victim.stdout()).isEqualTo(without);
      assertThat(victim.scrape().sum("db_queries_total")).isEqualTo(5);
      assertThat(victim.scrape().sum("db_queries_total", "status", "error")).isEqualTo(1);
      victim.get("/health");
      victim.send("again");
      assertThat(victim.awaitLine("calls later")).isEqualTo("calls later []");
    }
  }

  @OnEveryJdk
  void aFloodOfDifferentTablesEndsInOneSeriesAndLosesNoCall(Jdk jdk) throws IOException {
    try (VictimProcess victim =
        main(jdk, classes(jdk), "flood").agent("db.max-tables=50").mayComplain().start()) {
      victim.awaitLine("ready");

      long start = System.nanoTime();
      Scrape scrape = victim.scrape();
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_000);
      assertThat(scrape.labels("db_queries_total", "table"))
          .hasSizeLessThanOrEqualTo(55)
          .contains("other");
      assertThat(scrape.sum("db_queries_total")).isEqualTo(200_000);
      assertThat(scrape.sum("db_query_duration_seconds_count")).isEqualTo(200_000);
      assertThat(scrape.sum("sidelight_label_overflow_total")).isPositive();
    }
  }

  @OnEveryJdk
  void noTextOfTheApplicationComesOutAnywhere(Jdk jdk) throws IOException {
    try (VictimProcess victim = main(jdk, classes(jdk), "secrets").start()) {
      victim.awaitLine("ready");
      victim.awaitScrape(scrape -> scrape.sum("db_queries_total") > 0);
      String all =
          Stream.of(
                  "/metrics",
                  "/health",
                  "/health/ready",
                  "/",
                  "/hunter2?t=tok-4711",
                  "/health/hunter2")
              .map(path -> victim.get(path).body())
              .reduce("", String::concat);

      assertThat(all + victim.stderr()).doesNotContain(SECRETS);
      victim.send("threads");
      assertThat(victim.awaitLine("threads")).doesNotContain(SECRETS);
    }
  }

  private Path classes(Jdk jdk) throws IOException {
    Sources sources = new Sources(folder);
    for (Map.Entry<String, String> source : FakeJdbc.sources().entrySet()) {
      sources.add(source.getKey(), source.getValue());
    }
    return sources.add("fake/Main.java", MAIN).compile(jdk, "-Xlint:none");
  }

  private static Victim main(Jdk jdk, Path classes, String what) {
    return Victim.main("fake.Main").classpath(classes).args(what).on(jdk);
  }

  private static final String MAIN =
      """
      package fake;

      import java.sql.*;
      import java.util.*;

      public final class Main {
        private static final String URL = "jdbc:fake://ann:jdbc-password@db.example/x";

        public static void main(String[] args) throws Exception {
          Connection connection = new FakeDriver().connect(URL, new Properties());
          switch (args[0]) {
            case "calls" -> calls(connection);
            case "flood" -> flood(connection);
            default -> secrets(connection);
          }
          System.out.println("ready");
          System.in.read();
          System.out.println("calls later " + Log.CALLS);
          System.out.println("threads " + Thread.getAllStackTraces().keySet());
          while (System.in.read() >= 0) {}
        }

        private static void calls(Connection connection) throws SQLException {
          try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT a FROM b");
            statement.execute("UPDATE b SET a = 1");
            statement.executeUpdate("DELETE FROM b");
            try {
              statement.execute("fail");
            } catch (SQLException e) {
              System.out.println(e.getMessage());
            }
          }
          try (PreparedStatement statement = connection.prepareStatement("INSERT INTO b VALUES (?)")) {
            statement.setString(1, "x");
            statement.executeUpdate();
          }
          System.out.println("calls " + Log.CALLS);
          Log.CALLS.clear();
        }

        private static void flood(Connection connection) throws Exception {
          Log.on = false;
          List<Thread> threads = new ArrayList<>();
          for (int t = 0; t < 4; t++) {
            int first = t * 50_000;
            Thread thread = new Thread(() -> flood(connection, first));
            thread.start();
            threads.add(thread);
          }
          for (Thread thread : threads) {
            thread.join();
          }
        }

        private static void flood(Connection connection, int first) {
          try (Statement statement = connection.createStatement()) {
            for (int i = first; i < first + 50_000; i++) {
              statement.execute("SELECT * FROM table_" + i + " WHERE id = " + i);
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        }

        private static void secrets(Connection connection) throws SQLException {
          Statement statement = connection.createStatement();
          String[] texts = {
            "SELECT * FROM users WHERE password = 'hunter2'",
            "fail 'hunter2' tok-4711",
            "hunter2",
            "SELECT 'tok-4711'",
            "/* tok-4711 */ SELECT 1 FROM t WHERE mail = \\"ann@example.org\\"",
            "ALTER USER ann IDENTIFIED BY hunter2",
            "INSERT INTO cards VALUES (4111111111111111)",
            "SELECT $$hunter2$$ FROM $tag$tok-4711$tag$",
            "SELECT * FROM 'hunter2'",
            "SELECT * FROM \\"ann@example.org\\"",
            "CALL pay(4111111111111111)",
            "SELECT * FROM 'it''s hunter2' , x",
            "'hunter2"
          };
          for (String text : texts) {
            try {
              statement.execute(text);
            } catch (SQLException e) {
              // Failures have texts, too.
            }
          }
        }
      }
      """;
}
