// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;

/** What the log-ins of an application with Spring Security look like in a scrape. */
abstract class SpringSecurityContract {

  private static final String RIGHT = "right-canary";
  private static final String WRONG = "wrong-canary";

  /** The program, with the library. */
  abstract Victim program();

  @OnEveryJdk
  void attemptsCountByKindAndOutcome(Jdk jdk) {
    try (VictimProcess victim = program().on(jdk).start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));
      assertThat(client.get("/").body()).isEqualTo("nobody");

      assertThat(client.form("/login", "user-1", RIGHT).statusCode()).isEqualTo(302);
      assertThat(client.form("/login", "user-1", WRONG).statusCode()).isEqualTo(401);
      assertThat(client.form("/login", "stranger", WRONG).statusCode()).isEqualTo(401);
      assertThat(client.basic("/", "user-1", RIGHT).body()).isEqualTo("user-1");
      assertThat(client.basic("/", "user-1", WRONG).statusCode()).isEqualTo(401);

      // Known to the parent of the manager only, which asks its own providers first.
      assertThat(client.basic("/", "admin", RIGHT).body()).isEqualTo("admin");

      // By a servlet that asks the manager itself.
      assertThat(client.form("/token", "user-1", RIGHT).body()).isEqualTo("user-1");
      assertThat(client.form("/token", "user-1", WRONG).statusCode()).isEqualTo(401);
      assertThat(client.form("/directory", "user-1", RIGHT).body()).isEqualTo("user-1");
      assertThat(client.form("/directory", "user-1", WRONG).statusCode()).isEqualTo(401);

      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="basic"} 1.0
              auth_attempts_total{status="failure",type="form"} 2.0
              auth_attempts_total{status="failure",type="ldap"} 1.0
              auth_attempts_total{status="failure",type="password"} 1.0
              auth_attempts_total{status="success",type="basic"} 2.0
              auth_attempts_total{status="success",type="form"} 1.0
              auth_attempts_total{status="success",type="ldap"} 1.0
              auth_attempts_total{status="success",type="password"} 1.0
              """);
      assertThat(victim.scrape().family("active_users"))
          .isEqualTo(
              """
              active_users{time_window="1h"} 2.0
              active_users{time_window="24h"} 2.0
              active_users{time_window="5m"} 2.0
              """);
      assertQuiet(victim);
    }
  }

  @OnEveryJdk
  void aCookieThatIsRememberedIsAnAttempt(Jdk jdk) {
    try (VictimProcess victim = program().on(jdk).start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));
      String cookie = LoginClient.cookie(client.form("/login", "user-1", RIGHT), "remember-me");

      assertThat(client.get("/", "Cookie", cookie).body()).isEqualTo("user-1");
      assertThat(client.get("/", "Cookie", "remember-me=canary").body()).isEqualTo("nobody");

      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="form"} 0.0
              auth_attempts_total{status="failure",type="remember_me"} 1.0
              auth_attempts_total{status="success",type="form"} 1.0
              auth_attempts_total{status="success",type="remember_me"} 1.0
              """);
      assertQuiet(victim);
    }
  }

  static void assertQuiet(VictimProcess victim) {
    assertThat(victim.scrape().text()).doesNotContain("canary");
    assertThat(victim.stdout()).doesNotContain("canary");
    assertThat(victim.stderr()).doesNotContain("canary");
  }
}
