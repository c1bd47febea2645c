// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Command;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The side port waits for the application's choices, and makes do with what the JVM has. */
class SidePortStartTest {

  @TempDir Path folder;

  @OnEveryJdk
  void theApplicationChoosesItsLogManager(Jdk jdk) {
    try (VictimProcess victim = program(jdk, "OwnLogManager").start()) {
      assertThat(victim.awaitLine("manager")).isEqualTo("manager Manager");
      victim.scrape();
    }
  }

  @OnEveryJdk
  void anHttpServerProviderOfTheApplicationIsNotUsedBeforeMain(Jdk jdk) throws IOException {
    Path classes =
        new Sources(folder)
            .add("own/Provider.java", PROVIDER)
            .resource(
                "META-INF/services/com.sun.net.httpserver.spi.HttpServerProvider", "own.Provider")
            .compile(jdk);

    try (VictimProcess victim = Victim.main("own.Provider").classpath(classes).on(jdk).start()) {
      victim.awaitLine("ready");
      assertThat(victim.awaitLine("built before main")).isEqualTo("built before main: 0");
      assertThat(victim.awaitLine("used by main")).isEqualTo("used by main: true");
      assertThat(victim.scrape().has("sidelight_build_info")).isTrue();
    }
  }

  @OnEveryJdk
  void withoutTheJdksOptionalModulesThePortIsUpAndOneLineSaysWhatIsLeftOut(Jdk jdk) {
    Path image = folder.resolve("image");
    Command.of(jdk.tool("jlink"), "--add-modules", "java.base,java.instrument")
        .args("--output", image.toString())
        .runOk();
    Path java = image.resolve("bin/java");
    try (VictimProcess victim = program(jdk, "Work").args("3").java(java).mayComplain().start()) {
      victim.awaitLine("ready");
      assertThat(victim.scrape().sum("work_calls_total")).isEqualTo(3);
      assertThat(victim.get("/health/live").status()).isEqualTo(200);
      assertThat(victim.awaitStderr("sidelight: agent: ")).contains("lacks java.management");
    }
  }

  @OnEveryJdk
  void aPortFileThatCannotBeWrittenIsALine(Jdk jdk) {
    try (VictimProcess victim =
        program(jdk, "Idle").agent("port-file=/proc/none/port").mayComplain().start()) {
      victim.awaitLine("ready");
      victim.awaitStderr("/proc/none/port");
    }
  }

  private static final String PROVIDER =
      """
      package own;

      import com.sun.net.httpserver.HttpServer;
      import com.sun.net.httpserver.HttpsServer;
      import com.sun.net.httpserver.spi.HttpServerProvider;
      import java.io.IOException;
      import java.net.InetSocketAddress;

      public final class Provider extends HttpServerProvider {
        private static volatile int built;

        public Provider() {
          built++;
        }

        public static void main(String[] args) throws Exception {
          System.out.println("built before main: " + built);
          boolean used = false;
          try {
            HttpServer.create(new InetSocketAddress(0), 0);
          } catch (IOException e) {
            used = e.getMessage().equals("own provider");
          }
          System.out.println("used by main: " + used);
          System.out.println("ready");
          while (System.in.read() >= 0) {}
        }

        @Override
        public HttpServer createHttpServer(InetSocketAddress address, int backlog) throws IOException {
          throw new IOException("own provider");
        }

        @Override
        public HttpsServer createHttpsServer(InetSocketAddress address, int backlog)
            throws IOException {
          throw new IOException("own provider");
        }
      }
      """;
}
