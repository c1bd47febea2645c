// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.sidelight.core.config.Config;
import io.sidelight.core.config.ConfigLoader;
import io.sidelight.core.config.Key;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void helpFitsOnAScreenAndShowsTheFlagFirst() {
    assertThat(run("help")).isZero();

    assertThat(text(out).lines().count()).isLessThanOrEqualTo(40);
    assertThat(text(out).lines()).allMatch(line -> line.length() <= 100);
    assertThat(text(out)).contains("-javaagent:sidelight.jar -jar app.jar");
    assertThat(text(out).indexOf("-javaagent")).isLessThan(text(out).indexOf("Commands"));
    String help = text(out);
    assertThat(run()).isZero();
    assertThat(text(out)).isEqualTo(help);
    assertThat(run("--help")).isZero();
    assertThat(text(out)).isEqualTo(help);
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertThat(run("version")).isZero();

    assertThat(text(out)).matches("sidelight \\d+\\.\\d+\\.\\d+\\S*, revision \\S+, Java 8 .*\\R");
  }

  @Test
  void anUnknownCommandComesWithTheOneThatWasMeant() {
    assertThat(run("chek")).isEqualTo(2);
    assertThat(text(err))
        .isEqualToNormalizingNewlines(
            "unknown command \"chek\", did you mean \"check\"?"
                + " Try: java -jar sidelight.jar help\n");
    assertThat(text(out)).isEmpty();

    assertThat(run("config", "--efective")).isEqualTo(2);
    assertThat(text(err)).contains("did you mean \"--effective\"?");
  }

  @Test
  void checkPrintsAllProblemsOfAFile() throws Exception {
    Path file = folder.resolve("s.properties");
    Files.writeString(file, "port=x\nprot=1\n");

    assertThat(run("check", file.toString())).isEqualTo(1);
    assertThat(text(out))
        .isEqualToNormalizingNewlines(
            "port = \"x\" is not a port (use 0 to 65535) ["
                + file
                + ":1] – using 9464\n"
                + "unknown key \"prot\", did you mean \"port\"? ["
                + file
                + ":2]\n"
                + "2 problems\n");

    Files.writeString(file, "port=1\n");
    assertThat(run("check", file.toString())).isZero();
    assertThat(text(out)).isEqualToNormalizingNewlines("no problems\n");

    assertThat(run("check", folder.resolve("none.json").toString())).isEqualTo(1);
    assertThat(text(out)).contains("it does not exist").contains("1 problem");
  }

  @Test
  void theEffectiveConfigurationTellsEachSource() {
    assertThat(run("config", "port=1,prot=2")).isZero();

    assertThat(text(out).lines())
        .anyMatch(line -> line.matches("port +1 +agent arguments"))
        .anyMatch(line -> line.matches("log.level +info +default"))
        .anyMatch(line -> line.matches("service.name +- +default"))
        // A long value does not push its source out of the column.
        .anyMatch(line -> line.matches("http.ignore +/\\S+ *"))
        .anyMatch(line -> line.matches(" {58}default"));
    assertThat(text(err)).startsWith("sidelight: config: unknown key \"prot\"");
    String short1 = text(out);
    assertThat(run("config", "--effective", "port=1,prot=2")).isZero();
    assertThat(text(out)).isEqualTo(short1);
  }

  @Test
  void theTemplateHoldsEveryKeyAndIsItselfValid() throws Exception {
    assertThat(run("config", "--defaults")).isZero();

    Path file = folder.resolve("s.properties");
    Files.writeString(file, text(out).replaceAll("(?m)^#(?! )", ""));
    Config config = ConfigLoader.loadFile(file.toFile(), Map.of());
    assertThat(config.problems()).isEmpty();
    for (Key key : config.keys().all()) {
      assertThat(config.text(key.name())).isEqualTo(key.defaultText());
      assertThat(config.isSet(key.name())).isEqualTo(!key.name().equals("config"));
      assertThat(text(out)).contains(key.name().equals("config") ? "" : key.environmentName());
    }
  }

  @Test
  void theSchemaIsJsonAndKnowsEveryKey() throws Exception {
    assertThat(run("config", "--schema")).isZero();

    try (JsonParser parser = new JsonFactory().createParser(text(out))) {
      int depth = 0;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      assertThat(depth).isZero();
    }
    assertThat(text(out))
        .contains(
            "\"#/$defs/port.fallback\"", "\"#/$defs/metrics.buckets.db\"", "\"max-endpoints\"")
        .doesNotContain("\"config\"");
  }

  @Test
  void listShowsPlacesAndMetricsInOrder() throws Exception {
    Path services = folder.resolve("META-INF/services/io.sidelight.spi.Instrumentation");
    Files.createDirectories(services.getParent());
    Files.writeString(
        services,
        SampleInstrumentation.Second.class.getName()
            + "\n"
            + SampleInstrumentation.First.class.getName()
            + "\n");
    boolean sound;
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      sound = new Listing(stream(out), stream(err)).print(loader);
    }

    assertThat(sound).isTrue();
    assertThat(text(out))
        .isEqualToNormalizingNewlines(
            """
            Libraries and where they are woven:

            alpha           Alpha 1.0 and later
              com.acme.Alpha: call(java.lang.String, ..)
              subtypes of com.acme.Carrier (state)

            beta            Beta 2
              com.acme.Beta: call(..)
              and 29 more

            Metrics of sample (instrument.sample=false switches them off):
              sample_calls_total{name,status}                           Calls of samples
            """
                .replace(
                    "  com.acme.Beta: call(..)\n  and 29 more",
                    IntStream.range(0, 30)
                            .mapToObj(i -> "  com.acme.Beta" + i + ": call(..)\n")
                            .collect(Collectors.joining())
                        + "  and 29 more"));
  }

  @Test
  void aBrokenInstrumentationIsToldAndTheOthersListed() throws Exception {
    Path services = folder.resolve("META-INF/services/io.sidelight.spi.Instrumentation");
    Files.createDirectories(services.getParent());
    Files.writeString(
        services, "com.acme.None\n" + SampleInstrumentation.First.class.getName() + "\n");
    boolean sound;
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      sound = new Listing(stream(out), stream(err)).print(loader);
    }

    assertThat(sound).isFalse();
    assertThat(text(err)).contains("com.acme.None");
    assertThat(text(out)).contains("Alpha 1.0 and later");
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Cli.run(arguments, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
