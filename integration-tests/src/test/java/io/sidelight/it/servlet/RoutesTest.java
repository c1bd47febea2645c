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
   * @param set its JARs; several sets are joined by a plus
   * @param api javax or jakarta
   * @param main the program's class
   * @param arguments the program's arguments
   */
  record Framework(String set, String api, String main, List<String> arguments) {

    Victim program() {
      boolean jakarta = api.equals("jakarta");
      return Victim.main(APP + main)
          .app(
              jakarta ? "servlet-jakarta" : "servlet-javax",
              jakarta ? "tomcat-11-latest" : "tomcat-9-latest")
          .app(jakarta ? "frameworks-jakarta" : "frameworks", set.split("[+]"))
          .args(arguments.toArray(String[]::new));
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

  /** Takes mapping, class and parameters of its servlet or filter. */
  private static Framework framework(String set, String api, String... arguments) {
    return new Framework(set, api, "FrameworkMain", List.of(arguments));
  }

  private static Framework spring(String set, String api) {
    return framework(
        set,
        api,
        "/",
        "org.springframework.web.servlet.DispatcherServlet",
        "contextClass="
            + "org.springframework.web.context.support.AnnotationConfigWebApplicationContext",
        "contextConfigLocation=" + APP + "SpringShop");
  }

  private static Framework jaxRs(String set, String api, String servlet) {
    return framework(
        set,
        api,
        "/api/*",
        servlet,
        api + ".ws.rs.Application=" + APP + "JaxRsShop",
        "resteasy.servlet.mapping.prefix=/api");
  }

  private static Framework webFlux(String set, String api, String mapping, String servlet) {
    return framework(set, api, mapping, APP + servlet);
  }

  private static Framework struts(String set, String api) {
    return framework(
        set, api, "/*", "org.apache.struts2.dispatcher.filter.StrutsPrepareAndExecuteFilter");
  }

  private static Framework pages(String set, String api, String folder) {
    Path apps = Repository.root().resolve("integration-tests/apps");
    return new Framework(
        set, api, "WebappMain", List.of(apps.resolve("frameworks/src/main/" + folder).toString()));
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

  static Stream<Arguments> webFlux() {
    return on(
        webFlux("webflux-5", "javax", "/", "ReactiveServlet"),
        webFlux("webflux-6", "jakarta", "/", "ReactiveTomcat"),
        webFlux("webflux-7", "jakarta", "/", "ReactiveTomcat"));
  }

  static Stream<Arguments> webFluxBelowAPath() {
    return on(
        webFlux("webflux-5", "javax", "/api/*", "ReactiveTomcat"),
        webFlux("webflux-7", "jakarta", "/api/*", "ReactiveServlet"));
  }

  static Stream<Arguments> struts() {
    return on(
        struts("struts-2.5", "javax"), struts("struts-6", "javax"), struts("struts-7", "jakarta"));
  }

  static Stream<Arguments> jsp() {
    return on(pages("jasper-9", "javax", "webapp"), pages("jasper-11", "jakarta", "webapp"));
  }

  static Stream<Arguments> strutsTags() {
    return on(
        pages("struts-2.5+jasper-9", "javax", "webapp-struts"),
        pages("struts-6+jasper-9", "javax", "webapp-struts"),
        pages("struts-7+jasper-11", "jakarta", "webapp-struts"));
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

  /** Below {@code /app/elsewhere}, the handler is found on a thread that is not the container's. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("webFlux")
  void webFluxTellsThePatternOfTheHandler(Jdk jdk, Framework framework) {
    check(
        jdk,
        framework,
        """
        GET  /app/orders                 200 /app/orders
        GET  /app/orders/4711            200 /app/orders/{id}
        GET  /app/orders/4712?a=b        200 /app/orders/{id}
        GET  /app/orders/x/lines/canary  200 /app/orders/{id}/lines/{line}
        GET  /app/orders/later           200 /app/orders/later
        GET  /app/orders/gone            404 /app/orders/gone
        GET  /app/orders/handled         409 /app/orders/handled
        GET  /app/orders/broken          500 /app/orders/broken
        GET  /app/orders/broken-later    500 /app/orders/broken-later
        GET  /app/customers/4711         200 /app/customers/{id}
        GET  /app/customers/x/broken     500 /app/customers/{id}/broken
        GET  /app/elsewhere/4711         200 /app/elsewhere/:id
        GET  /app/elsewhere/canary/x     404 NOT_FOUND
        POST /app/orders/1/cancel        415 UNKNOWN
        PUT  /app/orders/4711            405 UNKNOWN
        GET  /app/secret/4711            401 UNKNOWN
        GET  /app/nothing/4711           404 NOT_FOUND
        GET  /app/files/a.css            200 static
        """);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("webFluxBelowAPath")
  void webFluxTellsThePathThatItServes(Jdk jdk, Framework framework) {
    check(
        jdk,
        framework,
        """
        GET  /app/api/orders/4711            200 /app/api/orders/{id}
        GET  /app/api/customers/4711         200 /app/api/customers/{id}
        GET  /app/api/nothing/canary         404 NOT_FOUND
        GET  /app/orders/4711                404 NOT_FOUND
        """);
  }

  /** The refusal has an error page, which is an action. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("struts")
  void strutsTellsTheNameOfTheActionAsConfigured(Jdk jdk, Framework framework) {
    check(
        jdk,
        framework,
        """
        GET  /app/shop/orders                200 /app/shop/orders
        POST /app/shop/orders.action?a=b     200 /app/shop/orders
        GET  /app/shop/orders!all.action     200 /app/shop/orders
        GET  /app/shop/orders!canary.action  404 NOT_FOUND
        GET  /app/shop/order_4711.action     200 /app/shop/order_*
        GET  /app/shop/chained.action        200 /app/shop/chained
        GET  /app/shop/moved.action          302 /app/shop/moved
        GET  /app/shop/refused.action        403 /app/shop/refused
        GET  /app/shop/broken.action         500 /app/shop/broken
        GET  /app/shop/unbuilt.action        500 /app/shop/unbuilt
        GET  /app/shop/lost.action           404 /app/shop/lost
        GET  /app/shop/canary.action         404 NOT_FOUND
        GET  /app/plain.action               200 /app/plain
        GET  /app/canary/4711/plain.action   200 /app/plain
        GET  /app/stores/4711/stock.action   200 /app/stores/*/stock
        GET  /app/help/canary.action         200 /app/help/unknown
        GET  /app/secret/4711                401 UNKNOWN
        GET  /app/nothing/4711               404 NOT_FOUND
        GET  /app/struts/utils.js            200 static
        """);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("strutsTags")
  void anActionThatAPageCallsIsNotWhatTheClientAskedFor(Jdk jdk, Framework framework) {
    check(
        jdk,
        framework,
        """
        GET  /app/shop/orders.action     200 /app/shop/orders
        GET  /app/tag.jsp                200 /app/tag.jsp
        GET  /app/canary.jsp             404 NOT_FOUND
        """);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("jsp")
  void aPageHasItsPathOrTheMappingThatLedToIt(Jdk jdk, Framework framework) {
    check(
        jdk,
        framework,
        """
        GET  /app/page.jsp               200 /app/page.jsp
        GET  /app/broken.jsp             500 /app/broken.jsp
        GET  /app/canary.jsp             404 NOT_FOUND
        GET  /app/report                 200 /app/report
        GET  /app/4711.report            200 /app/:id
        GET  /app/forwarded              200 /app/forwarded
        GET  /app/included               200 /app/included
        GET  /app/views/4711             200 /app/views/:id
        GET  /app/order.do               200 /app/order.do
        GET  /app/views/gone             410 UNKNOWN
        GET  /app/style.css              200 static
        """);
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
