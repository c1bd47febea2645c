// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.VictimProcess;

/** Whoever logs in chooses a name; series stay few and totals exact. */
class ManyUsersTest {

  private static final int USERS = 10_000;

  @OnEveryJdk
  void tenThousandStrangersAreOneSeries(Jdk jdk) {
    try (VictimProcess victim = new SpringSecurity7LatestTest().program().on(jdk).start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));

      long refused =
          client.many(
              USERS,
              401,
              i ->
                  client.formRequest(
                      "/login", "", "username", "canary-" + i, "password", "canary"));

      assertThat(refused).isEqualTo(USERS);
      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="form"} 10000.0
              auth_attempts_total{status="success",type="form"} 0.0
              """);
      SpringSecurityContract.assertQuiet(victim);
    }
  }

  @OnEveryJdk
  void tenThousandUsersAreThreeNumbers(Jdk jdk) {
    try (VictimProcess victim = new SpringSecurity7LatestTest().program().on(jdk).start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));

      long admitted =
          client.many(
              USERS, 200, i -> client.basicRequest("/", "user-canary-" + i, "right-canary"));

      assertThat(admitted).isEqualTo(USERS);
      Scrape scrape = victim.scrape();
      assertThat(scrape.labels("active_users", "time_window")).containsExactly("1h", "24h", "5m");
      // Four standard errors: the salt is another one each time.
      assertThat(scrape.value("active_users", "time_window", "24h")).isBetween(9_350.0, 10_650.0);
      assertThat(scrape.family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="basic"} 0.0
              auth_attempts_total{status="success",type="basic"} 10000.0
              """);
      SpringSecurityContract.assertQuiet(victim);
    }
  }
}
