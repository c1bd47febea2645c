// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the configuration is, reading it ends, throws nothing and stays small. */
class HostileInputTest {

  private static final String LETTERS =
      "port=bind,config:/\\${}[]\"'#!\n\r\t .-_0123456789abcxyz\u0000\uFEFFİıß\uD800%";

  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void randomTextIsReadWithoutAnException() throws Exception {
    Random random = new Random(42);
    Path json = folder.resolve("a.json");
    Path properties = folder.resolve("a.properties");
    for (int i = 0; i < 500; i++) {
      String text = text(random, random.nextInt(80));
      Files.write(json, ("{" + text).getBytes(StandardCharsets.UTF_8));
      Files.write(properties, text.getBytes(StandardCharsets.UTF_8));
      Config config =
          Loading.with()
              .arguments(text)
              .env("SIDELIGHT_" + text, text)
              .env("SIDELIGHT_CONFIG", (i % 2 == 0 ? json : properties).toString())
              .env("OTEL_RESOURCE_ATTRIBUTES", text)
              .property("sidelight." + text, text)
              .property("sun.java.command", text)
              .load();
      for (Key key : config.keys().all()) {
        String value = config.text(key.name());
        if (!value.isEmpty() && Values.problem(key, value) != null) {
          throw new AssertionError(key + " has a value that is not valid: " + value);
        }
      }
      assertThat(config.problems()).allMatch(line -> line.indexOf('\n') < 0);
    }
  }

  @Test
  void aFileOfSomethingElseDoesNotFloodTheLog() throws Exception {
    Path file = folder.resolve("a.properties");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("some.other.key").append(i).append("=x\n");
    }
    Files.writeString(file, text.substring(0, 1_000_000));

    long begin = System.nanoTime();
    Config config = Loading.with().arguments("config=" + file).load();

    assertThat(config.problems()).hasSize(51);
    assertThat(config.problems().get(50)).matches("and \\d+ more problems");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void longNamesAndValuesAreCutInProblems() {
    Config config =
        Loading.with()
            .arguments("x".repeat(100_000) + "=1,port=" + "9".repeat(100_000) + "\u001b[31m")
            .load();

    assertThat(config.problems()).hasSize(2).allMatch(line -> line.length() < 300);
    assertThat(config.problems()).allMatch(line -> line.indexOf('\u001b') < 0);
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
