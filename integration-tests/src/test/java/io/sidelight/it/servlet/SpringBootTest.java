// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring Boot as it is shipped: one JAR with JARs in it, started with {@code java -jar}. */
final class SpringBootTest {

  private static final String REQUESTS = "http_requests_total";

  static Stream<Arguments> generations() {
    return Jdk.all().stream()
        .flatMap(jdk -> Stream.of("boot2", "boot3", "boot4").map(boot -> Arguments.of(jdk, boot)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("generations")
  void requestsQueriesAndThePoolAreMeasured(Jdk jdk, String boot) {
    Path jar =
        Repository.root().resolve("integration-tests/apps/" + boot + "/target/" + boot + ".jar");
    try (VictimProcess victim = Victim.jar(jar).on(jdk).start()) {
      Client client = new Client(Integer.parseInt(victim.awaitValue("port ")));
      assertThat(client.get("/orders/4711").body()).isEqualTo("orders 0");
      assertThat(client.get("/orders/4712").statusCode()).isEqualTo(200);
      assertThat(client.get("/orders/canary").statusCode()).isEqualTo(400);
      assertThat(client.get("/broken/4711").statusCode()).isEqualTo(500);
      assertThat(client.get("/nothing/canary").statusCode()).isEqualTo(404);

      Scrape scrape = victim.awaitScrape(s -> s.sum(REQUESTS) >= client.sent());

      assertThat(scrape.family(REQUESTS))
          .isEqualTo(
              """
              http_requests_total{endpoint="/broken/{id}",method="GET",status="500"} 1.0
              http_requests_total{endpoint="/orders/{id}",method="GET",status="200"} 2.0
              http_requests_total{endpoint="/orders/{id}",method="GET",status="400"} 1.0
              http_requests_total{endpoint="NOT_FOUND",method="GET",status="404"} 1.0
              """);
      assertThat(
              scrape.value(
                  "db_queries_total", "status", "success", "table", "orders", "type", "SELECT"))
          .isEqualTo(2);
      assertThat(scrape.value("db_queries_per_request_sum", "endpoint", "/orders/{id}"))
          .isEqualTo(2);
      assertThat(scrape.value("db_connections_max", "pool", "orders")).isEqualTo(10);
      assertThat(scrape.value("hikaricp_connections", "pool", "orders")).isPositive();
      assertThat(scrape.sum("sidelight_advice_errors_total")).isZero();
      assertThat(scrape.text()).doesNotContain("canary");
      assertThat(victim.get("/health/started").status()).isEqualTo(200);
    }
  }
}
