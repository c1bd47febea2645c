// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Open Liberty, started as {@code server run} does, on the JDK of the tests only. No
 * instrumentation knows it, so servlets and filters count, and not what leads to no application.
 */
class OpenLibertyTest {

  private static final Path HOME = Distribution.home("wlp");

  @TempDir Path folder;

  @Test
  void countsEachRequestOnceAndIsUnharmed() throws Exception {
    int port = Distribution.freePort();
    try (VictimProcess server = liberty(port).start()) {
      Requests requests = new Requests(port);
      requests.awaitApplication();
      requests.sendAndAssertCounted(server, 1);
      assertThat(server.stop()).isEqualTo(128 + 15); // SIGTERM, obeyed
    }
    String log = Files.readString(folder.resolve("servers/defaultServer/logs/messages.log"));
    assertThat(log)
        .contains("CWWKE0036I") // stopped
        .doesNotContain("at io.sidelight.bootstrap", "at io.sidelight.core", "LinkageError");
  }

  private Victim liberty(int port) throws IOException {
    Path server = Files.createDirectories(folder.resolve("servers/defaultServer"));
    War.write(
        "servlet-jakarta", Files.createDirectories(server.resolve("dropins")).resolve("app.war"));
    Files.writeString(
        server.resolve("server.xml"),
        """
        <server>
          <featureManager><feature>servlet-6.0</feature></featureManager>
          <httpEndpoint id="defaultHttpEndpoint" httpPort="%d" httpsPort="-1"/>
        </server>
        """
            .formatted(port));
    return Victim.jar(HOME.resolve("bin/tools/ws-server.jar"))
        .in(server)
        .env("WLP_USER_DIR", folder.toString())
        .mayComplain() // bundles that serve no requests hide the dispatcher, and that is said
        .jvm("-Xmx512m", "-javaagent:" + HOME.resolve("bin/tools/ws-javaagent.jar"))
        .args("defaultServer");
  }
}
