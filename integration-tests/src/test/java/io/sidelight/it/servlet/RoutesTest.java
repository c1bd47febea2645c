// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which endpoint a request belongs to, by framework. */
final class RoutesTest {

  private static final String REQUESTS = "http_requests_total";
  private static final String APP = "io.sidelight.it.apps.frameworks.";

  /**
   * A framework.
   *
   * @param set its JARs
   * @param api javax or jakarta
   * @param servlet mapping, class and parameters
   */
  record Framework(String set, String api, List<String> servlet) {

    Victim program() {
      boolean jakarta = api.equals("jakarta");
      return Victim.main(APP + "FrameworkMain")
          .app(
              jakarta ? "servlet-jakarta" : "servlet-javax",
              jakarta ? "tomcat-11-latest" : "tomcat-9-latest")
          .app(jakarta ? "frameworks-jakarta" : "frameworks", set)
          .args(servlet.toArray(String[]::new));
    }

    /** The endpoint of a sub-resource, whose place not every implementation of JAX-RS tells. */
    String part() {
      if (set.startsWith("jersey")) {
        return "/app/api/orders/{id}/parts/{part}";
      }
      return set.startsWith("cxf") ? "/app/api/orders/{id}/parts" : "/app/api/orders/:id/parts/:id";
    }

    @Override
    public String toString() {
      return set;
    }
  }

  private static Framework spring(String set, String api) {
    return new Framework(
        set,
        api,
        List.of(
            "/",
            "org.springframework.web.servlet.DispatcherServlet",
            "contextClass="
                + "org.springframework.web.context.support.AnnotationConfigWebApplicationContext",
            "contextConfigLocation=" + APP + "SpringShop"));
  }

  private static Framework jaxRs(String set, String api, String servlet) {
    return new Framework(
        set,
        api,
        List.of(
            "/api/*",
            servlet,
            api + ".ws.rs.Application=" + APP + "JaxRsShop",
            "resteasy.servlet.mapping.prefix=/api"));
  }

  private static final String JERSEY = "org.glassfish.jersey.servlet.ServletContainer";
  private static final String RESTEASY =
      "org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher";
  private static final String CXF = "org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet";

  private static Stream<Arguments> on(Framework... frameworks) {
    return Jdk.all().stream()
        .flatMap(jdk -> Stream.of(frameworks).map(each -> Arguments.of(jdk, each)));
  }

  static Stream<Arguments> springMvc() {
    return on(
        spring("spring-5", "javax"), spring("spring-6", "jakarta"), spring("spring-7", "jakarta"));
  }

  static Stream<Arguments> jaxRs() {
    return on(
        jaxRs("jersey-lowest", "javax", JERSEY),
        jaxRs("jersey-latest", "jakarta", JERSEY),
        jaxRs("resteasy-lowest", "javax", RESTEASY),
        jaxRs("resteasy-latest", "jakarta", RESTEASY),
        jaxRs("cxf-lowest", "javax", CXF),
        jaxRs("cxf-latest", "jakarta", CXF));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("springMvc")
  void springMvcTellsThePatternOfTheHandler(Jdk jdk, Framework framework) {
    check(
        jdk,
        framework,
        """
        GET  /app/orders                 200 /app/orders
        GET  /app/orders/4711            200 /app/orders/{id}
        GET  /app/orders/4712?a=b        200 /app/orders/{id}
        GET  /app/orders/x/lines/canary  200 /app/orders/{id}/lines/{line}
        GET  /app/orders/later           200 /app/orders/later
        GET  /app/orders/deferred        200 /app/orders/deferred
        GET  /app/orders/forwarded       200 /app/orders/forwarded
        GET  /app/orders/gone            404 /app/orders/gone
        GET  /app/orders/handled         409 /app/orders/handled
        GET  /app/orders/broken          500 /app/orders/broken
        POST /app/orders/1/cancel        415 UNKNOWN
        PUT  /app/orders/4711            405 UNKNOWN
        GET  /app/secret/4711            401 UNKNOWN
        GET  /app/nothing/4711           404 NOT_FOUND
        GET  /app/files/a.css            200 static
        """);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("jaxRs")
  void jaxRsTellsTheTemplateOfTheResourceMethod(Jdk jdk, Framework framework) {
    check(
        jdk,
        framework,
        """
        GET  /app/api/orders                 200 /app/api/orders
        GET  /app/api/orders/4711            200 /app/api/orders/{id}
        GET  /app/api/orders/4712?a=b        200 /app/api/orders/{id}
        GET  /app/api/orders/x/lines/canary  200 /app/api/orders/{id}/lines/{line}
        POST /app/api/orders/x/cancel        204 /app/api/orders/{id}/cancel
        GET  /app/api/orders/later           200 /app/api/orders/later
        GET  /app/api/orders/gone            404 /app/api/orders/gone
        GET  /app/api/orders/broken          500 /app/api/orders/broken
        GET  /app/api/orders/1/parts/2       200 %s
        DELETE /app/api/orders/4711          405 UNKNOWN
        GET  /app/api/secret/4711            401 UNKNOWN
        GET  /app/api/nothing                404 NOT_FOUND
        """
            .formatted(framework.part()));
  }

  /** Sends the requests of a table, and compares what was counted with its last two columns. */
  private static void check(Jdk jdk, Framework framework, String table) {
    List<String> expected = new ArrayList<>();
    try (VictimProcess victim = framework.program().on(jdk).start()) {
      Client client = new Client(Integer.parseInt(victim.awaitValue("port ")));
      for (String line : table.lines().toList()) {
        String[] row = line.split(" +", -1);
        int status = client.send(row[0], row[1], "").statusCode();
        assertThat(status).as(line).isEqualTo(Integer.parseInt(row[2]));
        expected.add(row[0] + " " + row[3] + " " + row[2]);
      }
      Scrape scrape = victim.awaitScrape(s -> s.sum(REQUESTS) >= client.sent());
      Collections.sort(expected);
      assertThat(counted(scrape)).isEqualTo(expected);
      assertThat(scrape.sum("sidelight_advice_errors_total")).isZero();
      assertThat(scrape.text()).doesNotContain("canary");
      assertThat(scrape.labels(REQUESTS, "endpoint")).noneMatch(name -> name.contains("471"));
    }
  }

  /** One line for each request. */
  private static List<String> counted(Scrape scrape) {
    List<String> lines = new ArrayList<>();
    for (Scrape.Sample sample : scrape.samples()) {
      if (sample.name().equals(REQUESTS)) {
        Map<String, String> labels = new TreeMap<>(sample.labels());
        String line =
            labels.get("method") + " " + labels.get("endpoint") + " " + labels.get("status");
        lines.addAll(Collections.nCopies((int) sample.value(), line));
      }
    }
    Collections.sort(lines);
    return lines;
  }
}
