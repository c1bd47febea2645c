// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Command;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.VictimResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** A JDK tool that inherits the flag works as ever, and opens no port. */
class JdkToolsTest {

  @TempDir Path folder;

  @OnEveryJdk
  void toolsDoNotNoticeAnInheritedFlag(Jdk jdk) throws IOException {
    Files.writeString(folder.resolve("A.java"), "class A {}");
    Files.createDirectories(folder.resolve(".java/.userPrefs")); // jshell reports having made it
    List<List<String>> commands =
        List.of(
            List.of("javac", "-version"),
            List.of("javac", "-d", "out", "A.java"),
            List.of("jar", "--create", "--file", "a.jar", "A.java"),
            List.of("keytool", "-list", "-keystore", "missing.p12", "-storepass", "changeit"),
            List.of("jcmd", "-h"),
            List.of("javap", "-version"),
            List.of("jshell", "-J-Djava.util.prefs.userRoot=" + folder, "--version"));
    for (List<String> command : commands) {
      assertUnnoticed(jdk, command);
    }
  }

  private void assertUnnoticed(Jdk jdk, List<String> words) {
    Path portFile = folder.resolve("port");
    String flag = "-javaagent:" + Repository.agentJar() + "=port=0,port-file=" + portFile;
    VictimResult without = command(jdk, words).run();
    VictimResult with = command(jdk, words).env("JAVA_TOOL_OPTIONS", flag).run();

    assertThat(with.exitCode()).as(with.stderr()).isEqualTo(without.exitCode());
    assertThat(with.rawStdout()).isEqualTo(without.rawStdout());
    assertThat(toolLines(with)).isEqualTo(toolLines(without));
    assertThat(portFile).doesNotExist();
  }

  private Command command(Jdk jdk, List<String> words) {
    return Command.of(jdk.tool(words.get(0)))
        .args(words.subList(1, words.size()).toArray(new String[0]))
        .in(folder);
  }

  /** The JVM itself announces the variable. */
  private static String toolLines(VictimResult result) {
    return result
        .stderr()
        .lines()
        .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS:"))
        .collect(Collectors.joining("\n"));
  }
}
