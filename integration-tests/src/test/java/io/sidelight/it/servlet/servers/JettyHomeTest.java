// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.servlet.servers;

import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jetty as its users start it: {@code java -jar start.jar} in a base folder. */
class JettyHomeTest {

  private static final Pattern PORT =
      Pattern.compile("Started .*ServerConnector.*\\{[^{}]*:(\\d+)\\}.*");

  @TempDir Path base;

  @Test
  void jetty9CountsEachRequestOnce() throws Exception {
    serve("jetty-home-9.4.58.v20250814", "servlet-javax", List.of("deploy", "annotations"));
  }

  @Test
  void jetty12WithServlets4CountsEachRequestOnce() throws Exception {
    serve("jetty-home-12.0.25", "servlet-javax", List.of("ee8-deploy", "ee8-annotations"));
  }

  @Test
  void jetty12WithServlets6CountsEachRequestOnce() throws Exception {
    serve("jetty-home-12.0.25", "servlet-jakarta", List.of("ee10-deploy", "ee10-annotations"));
  }

  private void serve(String home, String app, List<String> modules)
      throws IOException, InterruptedException {
    War.write(app, Files.createDirectories(base.resolve("webapps")).resolve("app.war"));
    Path start = Distribution.home(home).resolve("start.jar");
    try (VictimProcess jetty =
        Victim.jar(start)
            .in(base)
            .jvm("-Djava.io.tmpdir=" + base)
            .args("jetty.http.port=0", "--module=http," + String.join(",", modules))
            .start()) {
      Matcher line = PORT.matcher(jetty.awaitStderr("ServerConnector@"));
      if (!line.find()) {
        throw new AssertionError(jetty.stderr());
      }
      Requests requests = new Requests(Integer.parseInt(line.group(1)));
      requests.awaitApplication();
      requests.sendAndAssertCounted(jetty, 2);
    }
  }
}
