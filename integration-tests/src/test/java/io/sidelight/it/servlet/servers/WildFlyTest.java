// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * WildFly, started as {@code standalone.sh} does, on the JDK of the tests only. Its modules hide
 * what they do not import, and so the agent, unless the system packages name it.
 */
class WildFlyTest {

  private static final Path HOME = Distribution.home("wildfly-36.0.1.Final");

  @TempDir Path folder;

  @Test
  void isUnharmedWhereItHidesTheAgent() throws Exception {
    int port = Distribution.freePort();
    try (VictimProcess server = wildFly(port, "org.jboss.byteman").mayComplain().start()) {
      application(port).send();
      assertThat(server.scrape().sum("http_requests_total")).isZero();
      stop(server);
    }
  }

  @Test
  void countsEachRequestOnceWhereTheAgentIsASystemPackage() throws Exception {
    int port = Distribution.freePort();
    try (VictimProcess server = wildFly(port, "org.jboss.byteman,io.sidelight.bootstrap").start()) {
      Requests requests = application(port);
      requests.sendAndAssertCounted(server, 2);
      requests.executeStatements();
      assertStatementsCounted(server.scrape());
      stop(server);
    }
  }

  /** Its data source wraps connections and statements; each counts once. */
  private static void assertStatementsCounted(Scrape scrape) {
    assertThat(
            scrape.samples().stream()
                .filter(sample -> sample.name().equals("db_queries_total") && sample.value() != 0)
                .map(Scrape.Sample::line))
        .containsExactlyInAnyOrder(
            counted("success", "goods", "DDL", 1),
            counted("success", "goods", "INSERT", 2),
            counted("success", "goods", "SELECT", 1),
            counted("error", "goods", "SELECT", 1),
            counted("success", "goods", "UPDATE", 1),
            counted("success", "unknown", "TCL", 1));
  }

  private static String counted(String status, String table, String type, int count) {
    return String.format(
        Locale.ROOT,
        "db_queries_total{status=\"%s\",table=\"%s\",type=\"%s\"} %d.0",
        status,
        table,
        type,
        count);
  }

  private static Requests application(int port) {
    Requests requests = new Requests(port);
    requests.awaitApplication();
    return requests;
  }

  private void stop(VictimProcess server) throws IOException {
    assertThat(server.stop()).isEqualTo(128 + 15); // SIGTERM, obeyed
    String log = Files.readString(folder.resolve("standalone/log/server.log"));
    assertThat(log).contains("WFLYSRV0050").doesNotContain("WFLYLOG0078"); // stopped
    assertThat(log + server.stderr())
        .doesNotContain("at io.sidelight.bootstrap", "at io.sidelight.core", "LinkageError");
  }

  private Victim wildFly(int port, String systemPackages) throws IOException {
    Path base = folder.resolve("standalone");
    Distribution.copy(HOME.resolve("standalone"), base);
    War.write("servlet-jakarta", base.resolve("deployments/app.war"));
    return Victim.jar(HOME.resolve("jboss-modules.jar"))
        .jvm("-Xmx512m", "-Djboss.modules.system.pkgs=" + systemPackages)
        .jvm("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"))
        .jvm("-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"))
        .args(
            "-mp",
            HOME.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-Djboss.home.dir=" + HOME,
            "-Djboss.server.base.dir=" + base,
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=" + Distribution.freePort(),
            "-Djboss.management.http.port=" + Distribution.freePort());
  }
}
