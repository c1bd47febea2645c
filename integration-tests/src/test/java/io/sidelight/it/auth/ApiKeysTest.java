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

/** Requests that are refused because of their API key, in each container. */
class ApiKeysTest {

  private static final String HEADER = "X-Api-Key";

  /** The program's class, the API, the module and set of JARs, and one more argument. */
  static Stream<Arguments> containers() {
    return Jdk.all().stream()
        .flatMap(
            jdk ->
                Stream.of(
                        "servlet.TomcatMain servlet-javax servlet-javax tomcat-9-lowest",
                        "servlet.TomcatMain servlet-jakarta servlet-jakarta tomcat-11-latest",
                        "jetty.JettyMain servlet-javax jetty jetty-9-lowest"
                            + " org.eclipse.jetty.servlet",
                        "jetty.JettyMain servlet-jakarta jetty jetty-11-latest"
                            + " org.eclipse.jetty.servlet",
                        "jetty.JettyMain servlet-jakarta jetty jetty-12-ee10-lowest"
                            + " org.eclipse.jetty.ee10.servlet",
                        "jetty.JettyMain servlet-jakarta jetty jetty-12-ee11-latest"
                            + " org.eclipse.jetty.ee11.servlet",
                        "undertow.UndertowMain servlet-javax undertow undertow-2.0-lowest",
                        "undertow.UndertowMain servlet-jakarta undertow-jakarta"
                            + " undertow-2.3-latest")
                    .map(program -> Arguments.of(jdk, program)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("containers")
  void refusalsCountByTheirReason(Jdk jdk, String program) {
    try (VictimProcess victim =
        container(program)
            .agent("auth.api-key-header=X-API-Key", "auth.api-key-paths=/app/status/**")
            .on(jdk)
            .start()) {
      LoginClient client = new LoginClient(Integer.parseInt(victim.awaitValue("port ")));
      assertThat(client.get("/app/hello", HEADER, "canary").statusCode()).isEqualTo(200);
      assertThat(client.get("/app/status?401", HEADER, "canary").statusCode()).isEqualTo(401);
      assertThat(client.get("/app/guarded/here", HEADER, "canary").statusCode()).isEqualTo(401);
      assertThat(client.get("/app/status?403", HEADER, "canary").statusCode()).isEqualTo(403);
      assertThat(client.get("/app/status?401").statusCode()).isEqualTo(401);
      assertThat(client.get("/app/guarded/here").statusCode()).as("elsewhere").isEqualTo(401);
      assertThat(client.get("/app/status?403").statusCode()).isEqualTo(403);

      victim.awaitScrape(scrape -> scrape.sum("http_requests_total") >= 7);
      assertThat(victim.scrape().family("api_key_auth_failures_total"))
          .isEqualTo(
              """
              api_key_auth_failures_total{reason="forbidden"} 1.0
              api_key_auth_failures_total{reason="invalid"} 2.0
              api_key_auth_failures_total{reason="missing"} 1.0
              """);
      SpringSecurityContract.assertQuiet(victim);
    }
  }

  private static Victim container(String program) {
    String[] words = program.split(" ", -1);
    String folder =
        Repository.root()
            .resolve("integration-tests/apps/servlet-javax/src/main/webapp")
            .toString();
    Victim victim = Victim.main("io.sidelight.it.apps." + words[0]).app(words[1]);
    victim = victim.app(words[2], words[3]);
    return words.length > 4 ? victim.args(folder, words[4]) : victim.args(folder);
  }
}
