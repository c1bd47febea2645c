// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Command;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says about metrics by hand is what happens. */
class ReadmeTest {

  @TempDir Path folder;

  @Test
  void theExampleRunsAndShowsWhatItSays() throws IOException {
    String section = section("## Metrics by hand");
    Path source = Files.writeString(folder.resolve("Pump.java"), block(section, "java"));
    Path api = Repository.libs("custom", "api").get(0);
    Command.of(Jdk.current().tool("javac"), "-cp", api.toString(), source.toString()).runOk();

    try (VictimProcess victim = Victim.main("Pump").classpath(folder, api).start()) {
      victim.awaitLine("filled up");
      List<String> shown = victim.scrape().text().lines().toList();
      assertThat(shown).containsAll(block(section, "text").lines().toList());
    }
  }

  private static String section(String title) throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    String after = readme.substring(readme.indexOf("\n" + title + "\n"));
    return after.substring(0, after.indexOf("\n## ", 1));
  }

  /** The first block of code in that language. */
  private static String block(String section, String language) {
    String after = section.split("```" + language + "\n", 2)[1];
    return after.substring(0, after.indexOf("```"));
  }
}
