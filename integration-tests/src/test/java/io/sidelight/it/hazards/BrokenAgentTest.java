// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.assertSame;
import static io.sidelight.it.hazards.Plain.program;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Command;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import io.sidelight.testkit.VictimResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the agent, its configuration or the JVM: the application runs as ever. */
class BrokenAgentTest {

  private static final int MANY_LINES = 15;

  @TempDir Path folder;

  @OnEveryJdk
  void aBadOptionCostsALineAndNothingElse(Jdk jdk) {
    VictimResult without = cli(jdk).withoutAgent().run();
    for (String option :
        new String[] {
          ",=,=;;",
          "no.such-key=1",
          "port=abc",
          "port=99999",
          "port=-1",
          "bind=not an address",
          "health.interval=5x",
          "instrument.jdbc=perhaps"
        }) {
      VictimResult with = cli(jdk).agent(option).mayComplain().run();

      assertSame(with, without);
      assertThat(with.agentLines().lines()).as(option).hasSizeBetween(1, MANY_LINES);
      assertThat(with.stderr()).as(option).doesNotContain("\tat ");
    }
  }

  @OnEveryJdk
  void aBadFileCostsLinesAndNothingElse(Jdk jdk) throws IOException {
    VictimResult without = cli(jdk).withoutAgent().run();
    for (Map.Entry<String, byte[]> file : badFiles().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.write(path, file.getValue());
      VictimResult with = cli(jdk).agent("config=" + path).mayComplain().run();

      assertSame(with, without);
      assertThat(with.agentLines().lines()).as(file.getKey()).hasSizeBetween(1, MANY_LINES);
      assertThat(with.stderr()).as(file.getKey()).doesNotContain("\tat ");
    }
  }

  private static Map<String, byte[]> badFiles() {
    byte[] random = new byte[5_000];
    new Random(1).nextBytes(random);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("binary.properties", random);
    files.put("binary.json", random);
    files.put("utf8.properties", new byte[] {'p', 'o', 'r', 't', '=', (byte) 0xff, (byte) 0xc0});
    files.put("escape.properties", "port=\\u12".getBytes(UTF_8));
    files.put("open.json", "{\"port\": ".getBytes(UTF_8));
    files.put("deep.json", "[".repeat(200_000).getBytes(UTF_8));
    files.put("large.json", ("{\"a\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(UTF_8));
    files.put("kind.yaml", "port: 1\n".getBytes(UTF_8));
    return files;
  }

  @OnEveryJdk
  void aMissingFileOrAFolderInItsPlaceCostsALine(Jdk jdk) throws IOException {
    VictimResult without = cli(jdk).withoutAgent().run();
    Path folderInPlace = Files.createDirectory(folder.resolve("folder.properties"));
    for (Path path : new Path[] {folder.resolve("missing.properties"), folderInPlace}) {
      VictimResult with = cli(jdk).agent("config=" + path).mayComplain().run();

      assertSame(with, without);
      assertThat(with.agentLines()).contains(path.toString());
    }
  }

  @OnEveryJdk
  void aClassOfTheAgentThatIsMissingCutOrMadUpCostsALine(Jdk jdk) throws IOException {
    VictimResult without = cli(jdk).withoutAgent().run();
    Map<String, JarEdit.Edit> edits = new LinkedHashMap<>();
    edits.put("missing-entry", (name, bytes) -> isAgent(name) ? null : bytes);
    edits.put("half-entry", (name, bytes) -> isAgent(name) ? half(bytes) : bytes);
    edits.put("empty-entry", (name, bytes) -> isAgent(name) ? new byte[0] : bytes);
    edits.put("half-of-each", (name, bytes) -> isHidden(name) ? half(bytes) : bytes);
    edits.put("no-bytebuddy", (name, bytes) -> name.contains("/net/bytebuddy/") ? null : bytes);
    edits.put("no-prometheus", (name, bytes) -> name.contains("/io/prometheus/") ? null : bytes);
    edits.put("no-services", (name, bytes) -> name.contains("/services/") ? null : bytes);
    for (Map.Entry<String, JarEdit.Edit> edit : edits.entrySet()) {
      Path jar = folder.resolve(edit.getKey() + ".jar");
      JarEdit.copy(Repository.agentJar(), jar, edit.getValue());
      VictimResult with = cli(jdk).agentJar(jar.toString()).mayComplain().run();

      assertSame(with, without);
      assertThat(with.agentLines().lines()).as(edit.getKey()).hasSizeLessThanOrEqualTo(MANY_LINES);
    }
  }

  @OnEveryJdk
  void anApplicationWithAnnotatedMethodsRunsWithoutTheWeaversLibrary(Jdk jdk) throws IOException {
    Path jar = folder.resolve("no-bytebuddy.jar");
    JarEdit.copy(
        Repository.agentJar(),
        jar,
        (name, bytes) -> name.contains("/net/bytebuddy/") ? null : bytes);
    try (VictimProcess victim =
        program(jdk, "Work").args("2").agentJar(jar.toString()).mayComplain().start()) {
      victim.awaitLine("ready");
      assertThat(victim.scrape().has("sidelight_build_info")).isTrue();
    }
  }

  @OnEveryJdk
  void tooLittleMemoryOrStackForTheAgentIsNotTheProgramsProblem(Jdk jdk) {
    for (String[] limits :
        new String[][] {
          {"-Xmx6m"}, {"-Xmx8m"}, {"-Xmx12m"}, {"-Xss256k"}, {"-XX:MaxMetaspaceSize=10m"}
        }) {
      VictimResult with = cli(jdk).jvm(limits).mayComplain().run();

      assertSame(with, cli(jdk).jvm(limits).withoutAgent().run());
    }
  }

  @OnEveryJdk
  void aRunTimeImageWithoutTheModulesOfTheSidePortRunsTheProgram(Jdk jdk) {
    for (String modules :
        new String[] {
          "java.base,java.instrument",
          "java.base,java.instrument,java.logging",
          "java.base,java.instrument,java.logging,java.management,jdk.management,java.sql"
        }) {
      Path image = folder.resolve("image" + modules.length());
      Command.of(jdk.tool("jlink"), "--add-modules", modules, "--output", image.toString()).runOk();
      Path java = image.resolve("bin/java");
      VictimResult with = cli(jdk).java(java).mayComplain().run();

      assertSame(with, cli(jdk).java(java).withoutAgent().run());
      assertThat(with.stderr()).doesNotContain("\tat ");
    }
  }

  private static Victim cli(Jdk jdk) {
    return program(jdk, "Cli").args("exit");
  }

  private static boolean isAgent(String name) {
    return name.endsWith("/io/sidelight/core/Agent.classdata");
  }

  private static boolean isHidden(String name) {
    return name.endsWith(".classdata");
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }
}
