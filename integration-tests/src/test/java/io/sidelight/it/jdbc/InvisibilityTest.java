// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an application and its driver could notice. */
final class InvisibilityTest {

  private static final String[] STATEMENTS = {
    "org.h2.jdbc.JdbcStatement",
    "org.h2.jdbc.JdbcPreparedStatement",
    "org.h2.jdbc.JdbcCallableStatement",
    "org.postgresql.jdbc.PgStatement",
    "org.mariadb.jdbc.Statement",
    "com.zaxxer.hikari.pool.HikariProxyCallableStatement",
    "org.apache.commons.dbcp2.DelegatingPreparedStatement",
  };

  private static final String[] CONNECTIONS = {
    "org.h2.jdbc.JdbcConnection",
    "org.postgresql.jdbc.PgConnection",
    "org.mariadb.jdbc.Connection",
    "com.zaxxer.hikari.pool.HikariProxyConnection",
    "org.apache.commons.dbcp2.DelegatingConnection",
  };

  /** What extends these inherits their field. */
  private static final String[] FIRST_OF_THEIR_HIERARCHY = {
    "org.h2.jdbc.JdbcStatement", "org.postgresql.jdbc.PgStatement", "org.mariadb.jdbc.Statement"
  };

  @OnEveryJdk
  void theDriverReceivesTheSameCallsWithAndWithoutTheAgent(Jdk jdk) {
    String with = calls(jdk, true);

    assertThat(with).isEqualTo(calls(jdk, false));
    assertThat(with).contains("Connection.prepareStatement(INSERT INTO orders_dbcp");
  }

  @OnEveryJdk
  void statementsShowOneFieldWithItsAccessorsAndConnectionsNothing(Jdk jdk) {
    List<String> added = new ArrayList<>(dump(jdk, true));
    added.removeAll(dump(jdk, false));
    List<String> expected = new ArrayList<>();
    for (String type : FIRST_OF_THEIR_HIERARCHY) {
      String field = type + ".sidelight$state";
      expected.add("implements interface io.sidelight.bootstrap.Carrier");
      expected.add("private transient java.lang.Object " + field + " 1082");
      expected.add("public java.lang.Object " + field + "() [] 1001");
      expected.add("public void " + field + "(java.lang.Object) [] 1001");
    }

    assertThat(added.stream().map(line -> line.substring(line.indexOf(": ") + 2)))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(dump(jdk, true)).containsAll(dump(jdk, false));
  }

  private static String calls(Jdk jdk, boolean agent) {
    Victim victim =
        Victim.main("io.sidelight.it.apps.jdbc.RecordingMain")
            .on(jdk)
            .app("jdbc", "pools-latest", "h2-latest")
            .args("h2:mem:shop;DB_CLOSE_DELAY=-1", "hikaricp", "dbcp2", "tomcat-jdbc", "bare");
    return run(agent ? victim : victim.withoutAgent());
  }

  private static List<String> dump(Jdk jdk, boolean agent) {
    Victim victim =
        Victim.main("io.sidelight.it.apps.jdbc.DumpMain")
            .on(jdk)
            .app("jdbc", "pools-latest", "h2-latest", "postgresql-latest", "mariadb-latest")
            .args(Stream.of(STATEMENTS, CONNECTIONS).flatMap(Stream::of).toArray(String[]::new));
    return run(agent ? victim : victim.withoutAgent()).lines().toList();
  }

  private static String run(Victim victim) {
    VictimResult result = victim.run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result.stdout();
  }
}
