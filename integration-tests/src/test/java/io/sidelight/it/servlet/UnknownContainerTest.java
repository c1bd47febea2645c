// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.VictimProcess;
import java.util.List;

/**
 * A container that no instrumentation knows: Tomcat whose adapter is not woven. Only what reaches a
 * filter or servlet can be counted there.
 */
class UnknownContainerTest {

  private static final List<String> PATHS =
      List.of(
          "/app/hello",
          "/app/things/4711",
          "/app/forward",
          "/app/include",
          "/app/send-error",
          "/app/throws",
          "/app/guarded/x",
          "/app/answered/x",
          "/app/nowhere",
          "/app/style.css",
          "/app/async/thread",
          "/app/async/accepted",
          "/app/async/immediate",
          "/app/async/immediate-elsewhere",
          "/app/async/dispatch",
          "/app/async/dispatch-now",
          "/app/async/again",
          "/app/async/timeout-handled");

  @OnEveryJdk
  void aRequestIsCountedWhereItFirstReachesTheApplication(Jdk jdk) {
    check("servlet-javax", "tomcat-9-latest", jdk);
  }

  @OnEveryJdk
  void theSameForJakarta(Jdk jdk) {
    check("servlet-jakarta", "tomcat-11-latest", jdk);
  }

  private static void check(String app, String libs, Jdk jdk) {
    try (VictimProcess container =
        Apps.tomcat(app, libs)
            .on(jdk)
            .agent("instrument.exclude=org.apache.catalina.connector.CoyoteAdapter")
            .start()) {
      Client client = new Client(Integer.parseInt(container.awaitValue("port ")));
      PATHS.forEach(client::get);

      Scrape scrape =
          container.awaitScrape(
              candidate ->
                  candidate.sum("http_requests_total") >= PATHS.size()
                      && candidate.sum("http_requests_in_flight") == 0);

      assertThat(scrape.family("http_requests_total"))
          .isEqualTo(
              """
              http_requests_total{app="/app",endpoint="/app/answered/x",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/accepted",method="GET",status="202"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/again",method="GET",status="203"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/dispatch",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/dispatch-now",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/immediate",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/immediate-elsewhere",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/thread",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/async/timeout-handled",method="GET",status="503"} 1.0
              http_requests_total{app="/app",endpoint="/app/forward",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/hello",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/include",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/send-error",method="GET",status="410"} 1.0
              http_requests_total{app="/app",endpoint="/app/things/:id",method="GET",status="200"} 1.0
              http_requests_total{app="/app",endpoint="/app/throws",method="GET",status="500"} 1.0
              http_requests_total{app="/app",endpoint="NOT_FOUND",method="GET",status="404"} 1.0
              http_requests_total{app="/app",endpoint="UNKNOWN",method="GET",status="401"} 1.0
              http_requests_total{app="/app",endpoint="static",method="GET",status="200"} 1.0
              """);
      for (String slow : List.of("thread", "dispatch", "again")) {
        assertThat(
                scrape.value("http_request_duration_seconds_sum", "endpoint", "/app/async/" + slow))
            .isBetween(0.06, 10.0);
      }
    }
  }
}
