// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Command;
import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.Repository;
import io.sidelight.testkit.VictimResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code java -jar sidelight.jar scan} says of an application. */
class ScanTest {

  private static final String PACKAGE = "io.sidelight.it.apps.methods.";

  @TempDir private Path temporary;

  @Test
  void itShowsTheMethodsOfAFolderAndWhyOthersAreRefused() {
    VictimResult result =
        scan(Repository.app("methods"), "-Dsidelight.business.methods=" + PACKAGE + "Plain.pla*");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.stdout())
        .contains(
            "methods\n  " + PACKAGE + "Base.generic(java.lang.Object)\n",
            "  " + PACKAGE + "Orders.order(" + PACKAGE + "Orders$Request, java.lang.String)\n",
            "  " + PACKAGE + "Foreign.withSpan()\n",
            "  " + PACKAGE + "Plain.place(int)\n",
            "methods: " + PACKAGE + "Main$Refused.builtIn is not measured: names with http_")
        .doesNotContain("Plain.findOne", "Refused.builtIn()");
  }

  @Test
  void itLooksIntoTheJarsOfAnApplication() throws IOException {
    Path application = temporary.resolve("app.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(application))) {
      for (Path jar : Repository.libs("jedis", "jedis-3.0.0")) {
        zip.putNextEntry(new ZipEntry("BOOT-INF/lib/" + jar.getFileName()));
        Files.copy(jar, zip);
      }
      zip.putNextEntry(new ZipEntry("BOOT-INF/classes/io/sidelight/it/apps/methods/Orders.class"));
      Files.copy(
          Repository.app("methods").resolve("io/sidelight/it/apps/methods/Orders.class"), zip);
    }
    VictimResult result = scan(application);

    assertThat(result.stderr()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout())
        .contains("jedis\n  redis.clients.jedis.", "  " + PACKAGE + "Orders.users(long)\n");
  }

  @Test
  void whatCannotBeReadIsTold() {
    VictimResult result = scan(temporary.resolve("none.jar"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.stderr()).contains("none.jar\" cannot be read");
  }

  private static VictimResult scan(Path application, String... options) {
    return Command.of(Jdk.current().java())
        .args(options)
        .args("-jar", Repository.agentJar().toString(), "scan", application.toString())
        .run();
  }
}
