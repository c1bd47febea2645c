// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

  @TempDir private Path folder;

  @Test
  void propertiesMayBeWrittenInEveryWayThatJavaKnows() throws Exception {
    Path file =
        write(
            "a.properties",
            """
            \uFEFF# comment
            ! comment
            port : 1
              bind 127.0.0.1
            sidelight.db.max_tables=2
            http.maxEndpoints=3
            http.ignore=/a,\\
                        /b
            service.name=caf\\u00e9 \\\\ ü
            environment=
            """);

    Config config = load(file);

    assertThat(config.problems()).isEmpty();
    assertThat(config.number("port")).isEqualTo(1);
    assertThat(config.text("bind")).isEqualTo("127.0.0.1");
    assertThat(config.number("db.max-tables")).isEqualTo(2);
    assertThat(config.number("http.max-endpoints")).isEqualTo(3);
    assertThat(config.list("http.ignore")).containsExactly("/a", "/b");
    assertThat(config.text("service.name")).isEqualTo("café \\ ü");
    assertThat(config.source("service.name")).isEqualTo(file + ":9");
  }

  @Test
  void jsonObjectsGiveDotsAndArraysGiveLists() throws Exception {
    Path file =
        write(
            "a.json",
            """
            {
              "port": 9465,
              "port.fallback": true,
              "service": {"name": "orders"},
              "http": {
                "max_endpoints": 3, "ignore": ["/a", "/b/**"]},
              "metrics": {
                "buckets": {"db": [0.1, 1, 5]},
                "commonLabels": {"application": "shop", "team_name": "x"}
              },
              "environment": null
            }
            """);

    Config config = load(file);

    assertThat(config.problems()).isEmpty();
    assertThat(config.number("port")).isEqualTo(9465);
    assertThat(config.flag("port.fallback")).isTrue();
    assertThat(config.text("service.name")).isEqualTo("orders");
    assertThat(config.number("http.max-endpoints")).isEqualTo(3);
    assertThat(config.source("http.max-endpoints")).isEqualTo(file + ":6");
    assertThat(config.list("http.ignore")).containsExactly("/a", "/b/**");
    assertThat(config.list("metrics.buckets.db")).containsExactly("0.1", "1", "5");
    assertThat(config.pairs("metrics.common-labels"))
        .containsExactly(Map.entry("application", "shop"), Map.entry("team_name", "x"));
  }

  @Test
  void labelsMayBeKeysOfTheirOwn() throws Exception {
    Config config =
        load(write("a.properties", "metrics.common-labels.a=x\nmetrics.common-labels.B=y\n"));

    assertThat(config.problems()).isEmpty();
    assertThat(config.list("metrics.common-labels")).containsExactly("a=x", "B=y");
  }

  @Test
  void namedPartsMayBeKeysOfTheirOwnEverywhere() {
    Properties properties = new Properties();
    properties.setProperty("sidelight.health.http.search", "http://search/ping");
    Config config =
        ConfigLoader.load(
            "health.http.payment=https://payment/ping,health.http.mail=http://mail:25/",
            Map.of(),
            properties,
            null);

    assertThat(config.problems()).isEmpty();
    assertThat(config.pairs("health.http"))
        .containsExactly(
            Map.entry("payment", "https://payment/ping"), Map.entry("mail", "http://mail:25/"));
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String wrong : List.of("ftp://x/", "payment", "http://user:geheim@payment/", "http:///")) {
      Config config = ConfigLoader.load("health.http.x=" + wrong, Map.of(), new Properties(), null);
      assertThat(config.problems()).as(wrong).hasSize(1);
      assertThat(config.pairs("health.http")).isEmpty();
    }
  }

  @Test
  void allProblemsOfAFileAreToldWithTheirLines() throws Exception {
    Path file =
        write(
            "a.json",
            """
            {"port": "x",
             "htp": {"ignore": "/a"},
             "http": {"ignore": [{"path": "/a"}]},
             "config": "/other.json",
             "db": {"max-tables": 5},
             "db.maxTables": 6}
            """);

    assertThat(load(file).problems())
        .containsExactly(
            "a list in \"http.ignore\" may hold only texts and numbers [" + file + ":3]",
            "config cannot be set in a file [" + file + ":4]",
            "port = \"x\" is not a port (use 0 to 65535) [" + file + ":1] – using 9464",
            "unknown key \"htp.ignore\", did you mean \"http.ignore\"? [" + file + ":2]",
            "db.max-tables is set more than once [" + file + ":6] – using 6");
  }

  @Test
  void brokenPropertiesAreToldByLine() throws Exception {
    Path file = write("a.properties", "service.name=\\u12\n= 3\nport");

    assertThat(load(file).problems())
        .containsExactly(
            "\\u is not followed by four hexadecimal digits [" + file + ":1]",
            "a value without a key [" + file + ":2]",
            "port = \"\" is not a port (use 0 to 65535) [" + file + ":3] – using 9464");
  }

  @Test
  void brokenJsonIsNotQuoted() throws Exception {
    Path file = write("a.json", "{\n  \"port\": hunter2\n}");

    assertThat(load(file).problems())
        .containsExactly(
            "cannot use " + file + ": it is not valid JSON, line 2 column 11 – ignoring the file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "\"x\"", "{", "{\"a\":", "{\"a\":[", "{}}", "{} 1", "}"})
  void whatIsNoJsonObjectIsOneProblem(String json) throws Exception {
    assertThat(load(write("a.json", json)).problems()).hasSize(1);
  }

  @Test
  void nestingIsBounded() throws Exception {
    Path objects = write("a.json", "{\"a\":".repeat(100_000));
    Path arrays = write("b.json", "{\"a\":" + "[".repeat(100_000));

    String expected = "it is nested too deeply, or a name or text in it is too long";
    assertThat(problem(objects)).isEqualTo(expected);
    assertThat(problem(arrays)).isEqualTo(expected);
  }

  @Test
  void placeholdersStandForVariablesAndFiles() throws Exception {
    Path name = write("name", "orders\n");
    Path file =
        write(
            "a.properties",
            "service.name=${file:"
                + name
                + "}-${ZONE}\nenvironment=${STAGE:test}\nport=${EMPTY:1}${NOTHING:}2\n");

    Config config =
        Loading.with().env("ZONE", "eu").env("EMPTY", "").arguments("config=" + file).load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.text("service.name")).isEqualTo("orders-eu");
    assertThat(config.text("environment")).isEqualTo("test");
    assertThat(config.number("port")).isEqualTo(12);
  }

  @Test
  void aPlaceholderWithoutAnythingBehindItIsAProblem() throws Exception {
    Path file =
        write(
            "a.properties",
            "service.name=${NOPE}\nenvironment=${file:/no/such/file}\nservice.version=${X\n");

    assertThat(load(file).problems())
        .containsExactly(
            "service.name = \"${NOPE}\" needs the environment variable NOPE, which is not set ["
                + file
                + ":1] – using none",
            "environment = \"${file:/no/such/file}\" needs the file /no/such/file, which cannot be"
                + " read ["
                + file
                + ":2] – using none",
            "service.version = \"${X\" has \"${\" without \"}\" [" + file + ":3] – using none");
  }

  @Test
  void whatAPlaceholderStandsForIsNotLookedAtAgain() {
    Config config =
        Loading.with().env("A", "${B}").env("B", "x").arguments("service.name=${A}").load();

    assertThat(config.text("service.name")).isEqualTo("${B}");
  }

  @Test
  void filesThatCannotBeUsedAreOneProblemEach() throws Exception {
    Path large = folder.resolve("large.properties");
    Files.write(large, new byte[10 << 20]);
    Path binary = folder.resolve("binary.json");
    Files.write(binary, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0});
    Path zeros = folder.resolve("zeros.properties");
    Files.write(zeros, new byte[100]);
    Path latin = folder.resolve("latin.properties");
    Files.write(latin, "service.name=café".getBytes(StandardCharsets.ISO_8859_1));
    Path missing = folder.resolve("missing.json");
    Path yaml = write("a.yaml", "port: 1");
    Path directory = Files.createDirectory(folder.resolve("d.json"));

    assertThat(problem(large)).isEqualTo("it is larger than 1 MB");
    assertThat(problem(binary)).isEqualTo("it is not UTF-8 text");
    assertThat(problem(zeros)).isEqualTo("it is not a text file");
    assertThat(problem(latin)).isEqualTo("it is not UTF-8 text");
    assertThat(problem(missing)).isEqualTo("it does not exist");
    assertThat(problem(yaml)).isEqualTo("only .properties and .json files are understood");
    assertThat(problem(directory)).isEqualTo("it is not a file");
  }

  private String problem(Path file) {
    Config config = load(file);
    assertThat(config.number("port")).isEqualTo(9464);
    assertThat(config.problems()).hasSize(1);
    String problem = config.problems().get(0);
    assertThat(problem).startsWith("cannot use ").endsWith(" – ignoring the file");
    return problem.substring(
        problem.indexOf(": ") + 2, problem.length() - " – ignoring the file".length());
  }

  private Config load(Path file) {
    return ConfigLoader.loadFile(file.toFile(), Map.of());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
