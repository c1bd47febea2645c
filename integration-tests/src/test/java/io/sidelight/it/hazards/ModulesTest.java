// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A class in a named module is woven, and no module of the JDK is opened for it. */
class ModulesTest {

  @TempDir Path folder;

  @OnEveryJdk
  void aNamedModuleThatRequiresNothingIsMeasured(Jdk jdk) throws IOException {
    Path modules = folder.resolve("modules");
    String counted =
        Files.readString(
            Repository.root()
                .resolve("agent/annotations/src/main/java/io/sidelight/annotations/Counted.java"));
    Path classes =
        new Sources(folder)
            .add("module-info.java", "module own {}")
            .add("io/sidelight/annotations/Counted.java", counted)
            .add("own/Main.java", MAIN)
            .compile(jdk);
    Files.createDirectories(modules);
    Files.move(classes, modules.resolve("own"));

    String without = output(jdk, modules, false);
    assertThat(output(jdk, modules, true)).isEqualTo(without).contains("open false");
  }

  private static String output(Jdk jdk, Path modules, boolean agent) {
    Victim program =
        Victim.launch("--module-path", modules.toString(), "--module", "own/own.Main")
            .on(jdk)
            .mayComplain(); // some metrics of the JVM need a module that nothing here requires
    try (VictimProcess victim = (agent ? program : program.withoutAgent()).start()) {
      victim.awaitLine("ready");
      if (agent) {
        assertThat(victim.scrape().sum("modular_total")).isEqualTo(5);
      }
      return victim.stdout();
    }
  }

  private static final String MAIN =
      """
      package own;

      import io.sidelight.annotations.Counted;

      public final class Main {
        public static void main(String[] args) throws Exception {
          for (int i = 0; i < 5; i++) {
            work();
          }
          Module base = Object.class.getModule();
          Module own = Main.class.getModule();
          System.out.println("open " + base.isOpen("java.lang", own));
          System.out.println("exported " + own.isExported("own"));
          System.out.println("ready");
          while (System.in.read() >= 0) {}
        }

        @Counted(name = "modular")
        private static void work() {}
      }
      """;
}
