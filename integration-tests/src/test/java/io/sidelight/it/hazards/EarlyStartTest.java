// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the JDK reads only once is still unread when {@code main} starts. */
class EarlyStartTest {

  /**
   * Classes whose initialisation decides something for ever, or costs the application its choice.
   */
  private static final List<String> NOT_BEFORE_MAIN =
      List.of(
          "java.util.logging.",
          "javax.management.",
          "sun.management.",
          "java.lang.management.",
          "com.sun.net.httpserver.",
          "sun.net.httpserver.",
          "sun.nio.ch.ServerSocketChannelImpl",
          "java.net.ServerSocket ",
          "java.net.spi.InetAddressResolverProvider",
          "java.net.InetAddress$ResolverConfiguration",
          "java.util.concurrent.ForkJoinPool ",
          "java.util.concurrent.ForkJoinPool$",
          "java.util.UUID",
          "java.security.SecureRandom",
          "javax.net.ssl.",
          "javax.crypto.",
          "sun.security.ssl.",
          "sun.security.jca.",
          "sun.security.provider.Sun ",
          "java.util.Random ");

  @TempDir Path folder;

  @OnEveryJdk
  void premainInitialisesNoClassThatDecidesSomethingForEver(Jdk jdk) throws IOException {
    List<String> without = initialisedBeforeMain(jdk, false);
    List<String> with = initialisedBeforeMain(jdk, true);

    assertThat(with).isNotEmpty();
    assertThat(with)
        .filteredOn(name -> !without.contains(name))
        .noneMatch(name -> NOT_BEFORE_MAIN.stream().anyMatch((name + " ")::startsWith));
  }

  @OnEveryJdk
  void aLogManagerThatIsMissingOrOfJbossChangesNothing(Jdk jdk) {
    try (VictimProcess victim =
        program(jdk, "Idle")
            .jvm("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
            .env("JBOSS_HOME", "/")
            .start()) {
      victim.awaitLine("ready");

      assertThat(victim.scrape().has("sidelight_build_info")).isTrue();
      assertThat(victim.stderr()).doesNotContain("LogManager");
    }
  }

  @OnEveryJdk
  void theApplicationChoosesItsMBeanServerWhileScrapesHammer(Jdk jdk) {
    try (VictimProcess victim = program(jdk, "OwnMBeanServer").start()) {
      victim.scrape();
      victim.scrape();
      assertThat(victim.awaitLine("own")).isEqualTo("own true");
    }
  }

  @OnEveryJdk
  void theApplicationConfiguresItsOwnHttpServer(Jdk jdk) {
    try (VictimProcess victim = program(jdk, "OwnHttpServer").start()) {
      assertThat(victim.awaitLine("cut")).isEqualTo("cut true");
      assertThat(victim.awaitLine("rsp")).isEqualTo("rsp null");
      victim.scrape();
    }
  }

  @OnEveryJdk
  void theApplicationsResolverIsItsOwnAndUntouched(Jdk jdk) throws IOException {
    assumeThat(jdk.version()).as("the resolver interface is of JDK 18").isGreaterThanOrEqualTo(18);
    Path classes =
        new Sources(folder)
            .add("own/Resolver.java", RESOLVER)
            .resource("META-INF/services/java.net.spi.InetAddressResolverProvider", "own.Resolver")
            .compile(jdk);

    try (VictimProcess victim = Victim.main("own.Resolver").classpath(classes).on(jdk).start()) {
      victim.awaitLine("ready");
      victim.scrape();
      victim.send("now");

      assertThat(victim.awaitLine("resolved"))
          .isEqualTo("resolved 192.0.2.7, built 1 time by main");
    }
  }

  private List<String> initialisedBeforeMain(Jdk jdk, boolean agent) throws IOException {
    Path log = folder.resolve("init-" + agent + ".log");
    Victim victim =
        program(jdk, "Cli")
            .args("return")
            .jvm("-Xlog:class+init=info,class+load=info:file=" + log + ":none");
    (agent ? victim : victim.withoutAgent()).run();
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      if (line.startsWith("io.sidelight.it.apps.plain.Cli ")) {
        return names;
      }
      if (line.contains("Initializing '")) {
        names.add(line.replaceFirst(".*Initializing '([^']*)'.*", "$1").replace('/', '.'));
      }
    }
    throw new AssertionError("main was never loaded");
  }

  private static final String RESOLVER =
      """
      package own;

      import java.net.InetAddress;
      import java.net.UnknownHostException;
      import java.net.spi.InetAddressResolver;
      import java.net.spi.InetAddressResolverProvider;
      import java.util.stream.Stream;

      public final class Resolver extends InetAddressResolverProvider implements InetAddressResolver {
        private static int built;
        private static String builder;

        public Resolver() {
          built++;
          builder = Thread.currentThread().getName();
        }

        public static void main(String[] args) throws Exception {
          System.out.println("ready");
          System.in.read();
          String address = InetAddress.getByName("anything.example").getHostAddress();
          System.out.println("resolved " + address + ", built " + built + " time by " + builder);
          while (System.in.read() >= 0) {}
        }

        @Override
        public InetAddressResolver get(Configuration configuration) {
          return this;
        }

        @Override
        public String name() {
          return "own";
        }

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
            throws UnknownHostException {
          return Stream.of(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7}));
        }

        @Override
        public String lookupByAddress(byte[] address) {
          return "own.example";
        }
      }
      """;
}
