// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Log-ins that the container checks, in Tomcat and Jetty. */
class RealmsTest {

  private static final String RIGHT = "right-canary";
  private static final String WRONG = "wrong-canary";

  private static final String FOLDER =
      Repository.root().resolve("integration-tests/apps/servlet-javax/src/main/webapp").toString();

  static Stream<Arguments> tomcats() {
    return everywhere(
        "servlet-javax tomcat-9-lowest security",
        "servlet-javax tomcat-9-latest security",
        "servlet-jakarta tomcat-10-lowest security-jakarta",
        "servlet-jakarta tomcat-11-latest security-jakarta");
  }

  static Stream<Arguments> jetties() {
    return everywhere(
        "servlet-javax jetty-9-latest org.eclipse.jetty.servlet",
        "servlet-jakarta jetty-11-latest org.eclipse.jetty.servlet",
        "servlet-jakarta jetty-12-ee10-lowest org.eclipse.jetty.ee10.servlet",
        "servlet-jakarta jetty-12-ee11-latest org.eclipse.jetty.ee11.servlet");
  }

  static Stream<Arguments> undertows() {
    return everywhere(
        "servlet-javax undertow undertow-2.0-lowest",
        "servlet-jakarta undertow-jakarta undertow-2.3-latest");
  }

  private static Stream<Arguments> everywhere(String... programs) {
    return Jdk.all().stream()
        .flatMap(jdk -> Stream.of(programs).map(program -> Arguments.of(jdk, program)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("tomcats")
  void tomcatsRealmsCountByHowTheCredentialsCame(Jdk jdk, String program) {
    String[] words = program.split(" ", 3);
    Victim tomcat =
        Victim.main("io.sidelight.it.apps.security.RealmMain")
            .app(words[0], words[1])
            .app(words[2]);
    try (VictimProcess victim = tomcat.on(jdk).start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));
      assertThat(client.get("/basic/guarded").statusCode()).isEqualTo(401);
      assertThat(client.basic("/basic/guarded", "user-1", RIGHT).body()).isEqualTo("user-1");
      assertThat(client.basic("/basic/guarded", "user-1", WRONG).statusCode()).isEqualTo(401);

      String session = LoginClient.cookie(client.get("/form/guarded"), "JSESSIONID");
      assertThat(session).isNotEmpty();
      client.formWithCookie(
          "/form/j_security_check", session, "j_username", "user-1", "j_password", WRONG);
      client.formWithCookie(
          "/form/j_security_check", session, "j_username", "user-1", "j_password", RIGHT);

      assertThat(client.form("/login/here", "user-1", RIGHT).body()).isEqualTo("user-1");
      assertThat(client.form("/login/here", "user-1", WRONG).statusCode()).isEqualTo(401);

      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="basic"} 1.0
              auth_attempts_total{status="failure",type="form"} 1.0
              auth_attempts_total{status="failure",type="password"} 1.0
              auth_attempts_total{status="success",type="basic"} 1.0
              auth_attempts_total{status="success",type="form"} 1.0
              auth_attempts_total{status="success",type="password"} 1.0
              """);
      assertThat(victim.scrape().value("active_users", "time_window", "5m")).isEqualTo(1);
      SpringSecurityContract.assertQuiet(victim);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("jetties")
  void jettysLoginServicesCountByHowTheCredentialsCame(Jdk jdk, String program) {
    String[] words = program.split(" ", 3);
    Victim jetty =
        Victim.main("io.sidelight.it.apps.jetty.JettyMain")
            .app(words[0])
            .app("jetty", words[1])
            .jvm("-Dorg.eclipse.jetty.LEVEL=OFF")
            .args(FOLDER, words[2], "guarded");
    try (VictimProcess victim = jetty.on(jdk).start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));
      assertThat(client.get("/app/hello").statusCode()).isEqualTo(401);
      assertThat(client.basic("/app/hello", "user-1", RIGHT).body()).isEqualTo("hello");
      assertThat(client.basic("/app/hello", "user-1", WRONG).statusCode()).isEqualTo(401);

      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="basic"} 1.0
              auth_attempts_total{status="success",type="basic"} 1.0
              """);
      // Nobody tells the user of a request in Jetty 12.
      assertThat(victim.scrape().valueOrZero("active_users", "time_window", "5m"))
          .isEqualTo(words[1].startsWith("jetty-12") ? 0 : 1);
      SpringSecurityContract.assertQuiet(victim);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("undertows")
  void whatAnApplicationChecksByTheContainerCountsInAnother(Jdk jdk, String program) {
    String[] words = program.split(" ", 3);
    Victim undertow =
        Victim.main("io.sidelight.it.apps.undertow.UndertowMain")
            .app(words[0])
            .app(words[1], words[2])
            .args(FOLDER);
    try (VictimProcess victim = undertow.on(jdk).start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));
      assertThat(client.get("/app/login").statusCode()).isEqualTo(401);

      assertThat(victim.scrape().family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="password"} 1.0
              auth_attempts_total{status="success",type="password"} 0.0
              """);
      SpringSecurityContract.assertQuiet(victim);
    }
  }
}
