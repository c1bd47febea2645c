// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat as people download it, with its class loaders, valves, JSPs and example applications. */
class TomcatDistributionTest {

  private static final String SERVLETS = "/examples/servlets/servlet/";

  private static final List<String> PATHS =
      List.of(
          "/",
          "/docs/",
          "/examples",
          "/examples/",
          SERVLETS + "HelloWorldExample",
          SERVLETS + "RequestInfoExample",
          SERVLETS + "SessionExample?a=b",
          "/examples/jsp/jsp2/el/basic-arithmetic.jsp",
          "/examples/jsp/error/err.jsp?name=audi",
          "/examples/jsp/forward/forward.jsp",
          "/examples/jsp/include/include.jsp",
          "/examples/async/async0",
          "/examples/async/async1",
          "/examples/async/async3",
          "/examples/servlets/nonblocking/bytecounter",
          "/examples/jsp/security/protected/index.jsp",
          "/manager/html",
          "/tomcat.css",
          "/nowhere");

  @TempDir Path base;

  @OnEveryJdk
  void itsExamplesAreCountedOnce(Jdk jdk) throws IOException {
    try (VictimProcess tomcat = tomcat().on(jdk).start()) {
      String started = tomcat.awaitStderr("Starting ProtocolHandler [\"http-nio-auto-1-");
      tomcat.awaitStderr("Server startup in");
      Client client = new Client(Integer.parseInt(started.replaceAll(".*-([0-9]+)\"]", "$1")));
      PATHS.forEach(client::get);

      Scrape scrape =
          tomcat.awaitScrape(
              candidate ->
                  candidate.sum("http_requests_total") >= PATHS.size()
                      && candidate.value("http_requests_in_flight") == 0);

      assertThat(scrape.family("http_requests_total"))
          .isEqualTo(
              """
              http_requests_total{app="/docs",endpoint="/docs",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/async/async0",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/async/async1",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/async/async3",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/jsp/error/err.jsp",method="GET",status="500"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/jsp/forward/forward.jsp",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/jsp/include/include.jsp",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/jsp/jsp2/el/basic-arithmetic.jsp",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/jsp/security/protected/index.jsp",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/servlets/nonblocking/bytecounter",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/servlets/servlet/HelloWorldExample",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/servlets/servlet/RequestInfoExample",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="/examples/servlets/servlet/SessionExample",method="GET",status="200"} 1.0
              http_requests_total{app="/examples",endpoint="REDIRECTION",method="GET",status="302"} 1.0
              http_requests_total{app="/manager",endpoint="UNKNOWN",method="GET",status="401"} 1.0
              http_requests_total{endpoint="/",method="GET",status="200"} 1.0
              http_requests_total{endpoint="NOT_FOUND",method="GET",status="404"} 1.0
              http_requests_total{endpoint="static",method="GET",status="200"} 1.0
              """);
    }
  }

  /** With a configuration of its own, which takes a free port and none for shutting down. */
  private Victim tomcat() throws IOException {
    Path home = home();
    Path conf = Files.createDirectories(base.resolve("conf"));
    for (String name : List.of("web.xml", "tomcat-users.xml", "catalina.properties")) {
      Files.copy(home.resolve("conf").resolve(name), conf.resolve(name));
    }
    Files.writeString(
        conf.resolve("server.xml"),
        Files.readString(home.resolve("conf/server.xml"))
            .replace("\"8080\"", "\"0\"")
            .replace("\"8005\"", "\"-1\"")
            .replace("appBase=\"webapps\"", "appBase=\"" + home.resolve("webapps") + "\""));
    Path temp = Files.createDirectories(base.resolve("temp"));
    return Victim.main("org.apache.catalina.startup.Bootstrap")
        .classpath(home.resolve("bin/bootstrap.jar"), home.resolve("bin/tomcat-juli.jar"))
        .jvm(
            "-Dcatalina.home=" + home,
            "-Dcatalina.base=" + base,
            "-Djava.io.tmpdir=" + temp,
            "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager")
        .args("start");
  }

  private static Path home() throws IOException {
    Path folder =
        Repository.root().resolve("integration-tests/apps/servlet-jakarta/target/distribution");
    try (Stream<Path> content = Files.list(folder)) {
      return content.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }
}
