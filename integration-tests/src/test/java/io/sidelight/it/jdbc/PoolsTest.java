// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pool of each library must look like in a scrape, from opening to closing. */
final class PoolsTest {

  private static final String ACTIVE = "db_connections_active";

  /**
   * A library.
   *
   * @param kind what the program calls it
   * @param name what the pool "orders" is called in metrics
   * @param second what another pool with that name is called
   */
  record Library(String kind, String name, String second) {}

  private static final List<Library> LIBRARIES =
      List.of(
          new Library("hikaricp", "orders", "orders-2"),
          new Library("tomcat-jdbc", "orders", "orders-2"),
          new Library("dbcp2", "BasicDataSource-1", "BasicDataSource-2"),
          new Library("c3p0", "orders", "orders-2"),
          new Library("druid", "orders", "orders-2"),
          new Library("agroal", "AgroalDataSource-1", "AgroalDataSource-2"),
          new Library("ucp", "orders", ""),
          new Library("vibur", "orders", "orders-2"));

  static Stream<Arguments> combinations() {
    return Jdk.all().stream()
        .flatMap(
            jdk ->
                LIBRARIES.stream()
                    .flatMap(
                        library ->
                            Stream.of("lowest", "latest")
                                .map(version -> Arguments.of(jdk, library, version))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2} version")
  @MethodSource("combinations")
  void aPoolIsSeenFromOpeningToClosing(Jdk jdk, Library library, String version) {
    Victim program =
        Victim.main("io.sidelight.it.apps.jdbc.PoolMain")
            .on(jdk)
            .app("plain")
            .app("jdbc", "pools-" + version, "h2-latest")
            .args("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", "", library.kind())
            .agent("db.leak-threshold=300ms", "db.leak-stack=true", "health.active=false")
            .mayComplain(); // about who holds a connection long
    try (VictimProcess victim = program.start()) {
      Story story = new Story(victim, library);
      story.opens();
      story.lends();
      story.isExhausted();
      story.tellsWhoHoldsLong();
      if (!library.second().isEmpty()) {
        story.sharesNoNameWithAnother();
      }
      story.closes();
      assertThat(victim.scrape().sum("sidelight_advice_errors_total")).isZero();
      assertThat(victim.stderr()).doesNotContain("does not tell");
    }
  }

  /** One pool's life; each part begins where the one before ended. */
  private static final class Story {
    private final VictimProcess victim;
    private final Library library;
    private int steps;

    Story(VictimProcess victim, Library library) {
      this.victim = victim;
      this.library = library;
    }

    private Scrape run(String step) {
      String line = step + " " + ++steps;
      victim.send(line);
      assertThat(victim.awaitLine("done " + line)).isEqualTo("done " + line);
      return victim.scrape();
    }

    private double of(Scrape scrape, String metric) {
      return scrape.value(metric, "pool", library.name());
    }

    /** Some libraries take connections back on threads of their own. */
    private Scrape await(Predicate<Scrape> wanted) {
      return victim.awaitScrape(wanted);
    }

    private Scrape await(String metric, double value) {
      return await(scrape -> scrape.valueOrZero(metric, "pool", library.name()) == value);
    }

    void opens() {
      run("open");
      Scrape scrape = await(ACTIVE, 0);
      assertThat(of(scrape, "db_connections_max")).isEqualTo(3);
      assertThat(of(scrape, "db_connections_min")).isEqualTo(1);
      assertThat(of(scrape, "db_connections_pending")).isZero();
      assertThat(of(scrape, "db_connection_acquire_seconds_count")).isEqualTo(1);
      assertThat(of(scrape, "db_connection_usage_seconds_count")).isEqualTo(1);
      assertThat(of(scrape, "db_connection_timeouts_total")).isZero();
      // Some open one more than they have to.
      assertThat(of(scrape, "db_connections_idle")).isBetween(1.0, 2.0);
    }

    void lends() {
      Scrape lent = run("borrow");
      assertThat(of(lent, ACTIVE)).isEqualTo(2);
      assertThat(of(lent, "db_connection_acquire_seconds_count")).isEqualTo(3);
      assertThat(of(lent, "db_connection_usage_seconds_count")).isEqualTo(1);

      run("giveBack");
      Scrape back = await(ACTIVE, 0);
      assertThat(of(back, "db_connection_usage_seconds_count")).isEqualTo(3);
      assertThat(of(back, "db_connection_usage_seconds_sum")).isBetween(0.12, 60.0);
      assertThat(of(back, "db_connections_held_long")).isZero();
    }

    void isExhausted() {
      run("exhaust");
      Scrape exhausted = await("db_connections_pending", 1);
      assertThat(of(exhausted, ACTIVE)).isEqualTo(3);
      assertThat(of(exhausted, "db_connections_idle")).isZero();

      Scrape late = run("timeOut");
      assertThat(of(late, "db_connection_timeouts_total")).isEqualTo(1);
      assertThat(of(late, "db_connections_pending")).isZero();
      assertThat(of(late, "db_connection_acquire_seconds_count")).isEqualTo(6);
      assertThat(of(late, "db_connection_creation_seconds_count"))
          .isBetween(library.kind().equals("ucp") ? 0.0 : 1.0, 4.0);
      run("giveBack");
      await(ACTIVE, 0);
    }

    void tellsWhoHoldsLong() {
      Scrape scrape = run("holdLong");
      assertThat(of(scrape, "db_connections_held_long")).isEqualTo(1);
      assertThat(victim.awaitStderr("io.sidelight.it.apps.jdbc.PoolMain.holdLong"))
          .contains("a connection of the pool " + library.name() + " is held for longer");
      run("giveBack");
      assertThat(of(await(ACTIVE, 0), "db_connections_held_long")).isZero();
    }

    void sharesNoNameWithAnother() {
      run("openSecond");
      await(scrape -> pools(scrape).equals(List.of(library.name(), library.second())));
      Scrape without = run("closeSecond");
      assertThat(pools(without)).containsExactly(library.name());
      // What was counted stays, as counters do.
      assertThat(without.value("db_connection_acquire_seconds_count", "pool", library.second()))
          .isEqualTo(1);
    }

    void closes() {
      if (library.kind().equals("hikaricp")) {
        isSeenUnderItsOwnNamesToo();
      }
      Scrape closed = run("close");
      assertThat(pools(closed)).isEmpty();
      assertThat(closed.labels("db_connections_max", "pool")).isEmpty();
      double acquired = of(closed, "db_connection_acquire_seconds_count");

      run("open");
      Scrape reopened = await(ACTIVE, 0);
      assertThat(pools(reopened)).containsExactly(library.name());
      assertThat(of(reopened, "db_connection_acquire_seconds_count")).isEqualTo(acquired + 1);
    }

    private void isSeenUnderItsOwnNamesToo() {
      Scrape scrape = victim.scrape();
      assertThat(of(scrape, "hikaricp_connections"))
          .isEqualTo(of(scrape, "hikaricp_connections_idle"));
      for (String value : List.of("active", "idle", "pending", "max", "min")) {
        assertThat(of(scrape, "hikaricp_connections_" + value))
            .isEqualTo(of(scrape, "db_connections_" + value));
      }
      for (String time : List.of("acquire", "usage", "creation")) {
        assertThat(of(scrape, "hikaricp_connections_" + time + "_seconds_count"))
            .isEqualTo(of(scrape, "db_connection_" + time + "_seconds_count"));
      }
      assertThat(of(scrape, "hikaricp_connections_timeout_total")).isEqualTo(1);
    }

    private static List<String> pools(Scrape scrape) {
      return List.copyOf(scrape.labels(ACTIVE, "pool"));
    }
  }
}
