// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static io.sidelight.it.hazards.Plain.program;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import io.sidelight.testkit.VictimResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The agent's JAR may lie anywhere, in a read-only place too, and leaves nothing behind. */
class JarLocationTest {

  @TempDir Path folder;

  @OnEveryJdk
  void aPathWithBlanksPlusPercentAndOtherLetters(Jdk jdk) throws IOException {
    assertWorks(
        program(jdk, "Work").env("LC_ALL", "C.UTF-8").agentJar(copy("a b+c%20é").toString()));
  }

  @OnEveryJdk
  void aRelativePath(Jdk jdk) throws IOException {
    copy("here");
    assertWorks(program(jdk, "Work").in(folder).agentJar("./here/sidelight.jar"));
  }

  @OnEveryJdk
  void aSymbolicLink(Jdk jdk) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("agent.jar"), copy("there"));
    assertWorks(program(jdk, "Work").agentJar(link.toString()));
  }

  @OnEveryJdk
  void aReadOnlyJarAndNoTemporaryFolder(Jdk jdk) throws IOException {
    Path jar = copy("read-only");
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("r--r--r--"));
    assertWorks(program(jdk, "Work").agentJar(jar.toString()).jvm("-Djava.io.tmpdir=/proc/none"));
  }

  @OnEveryJdk
  void nothingIsLeftInTheTemporaryFolder(Jdk jdk) throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    assertWorks(program(jdk, "Work").jvm("-Djava.io.tmpdir=" + temporary));
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
  }

  @OnEveryJdk
  void repackagedIntoAnotherJarItSaysSoAndTheProgramRuns(Jdk jdk) throws IOException {
    Path jar = folder.resolve("uber.jar");
    JarEdit.copy(
        Repository.agentJar(),
        jar,
        (name, bytes) ->
            name.equals("META-INF/MANIFEST.MF")
                ? "Manifest-Version: 1.0\r\nPremain-Class: com.acme.Other\r\n\r\n".getBytes(UTF_8)
                : bytes);
    Path classes =
        new Sources(folder)
            .add(
                "com/acme/Other.java",
                """
                package com.acme;

                public final class Other {
                  public static void premain(String args, java.lang.instrument.Instrumentation jvm)
                      throws Exception {
                    Class.forName("io.sidelight.agent.Premain")
                        .getMethod("premain", String.class, java.lang.instrument.Instrumentation.class)
                        .invoke(null, args, jvm);
                  }
                }
                """)
            .compile(jdk);
    JarEdit.add(
        jar, "com/acme/Other.class", Files.readAllBytes(classes.resolve("com/acme/Other.class")));

    VictimResult with =
        program(jdk, "Cli").args("exit").agentJar(jar.toString()).mayComplain().run();

    Plain.assertSame(with, program(jdk, "Cli").args("exit").withoutAgent().run());
    assertThat(with.agentLines()).hasLineCount(1).contains("not started").contains("uber.jar");
  }

  private static void assertWorks(Victim work) {
    try (VictimProcess victim = work.args("3").start()) {
      victim.awaitLine("ready");
      assertThat(victim.scrape().sum("work_calls_total")).isEqualTo(3);
    }
  }

  private Path copy(String name) throws IOException {
    Path target = Files.createDirectory(folder.resolve(name)).resolve("sidelight.jar");
    return Files.copy(Repository.agentJar(), target);
  }
}
