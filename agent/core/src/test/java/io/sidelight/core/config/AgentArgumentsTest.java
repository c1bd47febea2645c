// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentArgumentsTest {

  @TempDir private Path folder;

  @Test
  void pairsAreSeparatedByCommas() {
    Config config =
        Loading.with().arguments(" port = 1 , bind=127.0.0.1,,sidelight.strict=on,").load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.number("port")).isEqualTo(1);
    assertThat(config.text("bind")).isEqualTo("127.0.0.1");
    assertThat(config.flag("strict")).isTrue();
  }

  @Test
  void aBackslashKeepsACommaInsideAValue() {
    Config config = Loading.with().arguments("http.ignore=/a\\,/b/**,port=1").load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.list("http.ignore")).containsExactly("/a", "/b/**");
    assertThat(config.number("port")).isEqualTo(1);
  }

  @Test
  void aNumberIsThePort() {
    assertThat(ports("9465")).isEqualTo("0.0.0.0 9465");
    assertThat(ports("9465,bind=::1")).isEqualTo("::1 9465");
  }

  @Test
  void anAddressMayComeBeforeThePort() {
    assertThat(ports("127.0.0.1:9465")).isEqualTo("127.0.0.1 9465");
    assertThat(ports("localhost:0")).isEqualTo("localhost 0");
    assertThat(ports("[::1]:9465")).isEqualTo("[::1] 9465");
  }

  @Test
  void aFileMayComeAloneOrAfterThePort() throws Exception {
    Path file = folder.resolve("s.properties");
    Files.writeString(file, "db.max-tables=3\nport=7\n");

    assertThat(tables(file.toString())).isEqualTo("3 0.0.0.0 7");
    assertThat(tables("9465:" + file)).isEqualTo("3 0.0.0.0 9465");
    assertThat(tables("localhost:9465:" + file)).isEqualTo("3 localhost 9465");
    assertThat(tables("[::1]:9465:" + file)).isEqualTo("3 [::1] 9465");
    assertThat(tables(file + ",port=9")).isEqualTo("3 0.0.0.0 9");
  }

  @Test
  void aFileOfAnotherSystemIsStillAFile() {
    assertThat(Loading.with().arguments("C:\\conf\\s.json").load().problems())
        .containsExactly("cannot use C:\\conf\\s.json: it does not exist – ignoring the file");
  }

  @Test
  void garbageIsToldAndIgnored() {
    assertThat(Loading.with().arguments("=,=,=;;").load().problems())
        .containsExactly(
            "\"=\" has no key (use key=value) [agent arguments]",
            "\"=\" has no key (use key=value) [agent arguments]",
            "\"=;;\" has no key (use key=value) [agent arguments]");
    assertThat(Loading.with().arguments("hello").load().problems())
        .containsExactly("\"hello\" is not key=value [agent arguments]");
    assertThat(Loading.with().arguments("http.ignore=/a,/b").load().problems())
        .containsExactly(
            "\"/b\" is not key=value (write \\, for a comma inside a value) [agent arguments]");
    assertThat(Loading.with().arguments("port=1,port=2").load().problems())
        .containsExactly("port is set more than once [agent arguments] – using 2");
    assertThat(Loading.with().arguments(",,\\").load().problems())
        .containsExactly(
            "\"\\\" is not key=value (write \\, for a comma inside a value) [agent arguments]");
  }

  @Test
  void nothingIsNoProblem() {
    assertThat(Loading.with().arguments("").load().problems()).isEmpty();
    assertThat(Loading.with().arguments(" , ").load().problems()).isEmpty();
    assertThat(Loading.with().arguments(null).load().problems()).isEmpty();
  }

  private static String ports(String arguments) {
    Config config = Loading.with().arguments(arguments).load();
    assertThat(config.problems()).isEmpty();
    return config.text("bind") + " " + config.number("port");
  }

  private static String tables(String arguments) {
    Config config = Loading.with().arguments(arguments).load();
    return config.number("db.max-tables") + " " + ports(arguments);
  }
}
