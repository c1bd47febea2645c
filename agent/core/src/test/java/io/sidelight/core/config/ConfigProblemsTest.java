// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigProblemsTest {

  private static final String IN_ARGUMENTS = " [agent arguments] – using ";

  @TempDir private Path folder;

  @Test
  void aProblemTellsValueFormSourceAndWhatIsUsed() throws Exception {
    Path file = folder.resolve("s.properties");
    Files.writeString(file, "\n\nhealth.interval = 5x\n");

    Config config =
        Loading.with()
            .keys(
                Key.typed("config", ValueType.FILE, "", "h"),
                Key.typed("health.interval", ValueType.DURATION, "10s", "h"))
            .arguments("config=" + file)
            .load();

    assertThat(config.problems())
        .containsExactly(
            "health.interval = \"5x\" is not a duration (use 500ms, 10s, 2m) ["
                + file
                + ":3] – using 10s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enabled=maybe | is not a switch (use true, false) | true",
        "port=65536 | is not a port (use 0 to 65535) | 9464",
        "port=-1 | is not a port (use 0 to 65535) | 9464",
        "port=٣٤ | is not a port (use 0 to 65535) | 9464",
        "port= | is not a port (use 0 to 65535) | 9464",
        "bind=http://x | is not an address to listen on (use 0.0.0.0, 127.0.0.1, a host name) | 0.0.0.0",
        "http.max-endpoints=0 | is not a whole number in its range (use 1 to 10000) | 200",
        "db.max-tables=1e3 | is not a whole number in its range (use 1 to 10000) | 100",
        "metrics.max-series=99999999999 | is not a whole number in its range (use 100 to 1000000) | 20000",
        "metrics.buckets.db=0.1\\,0.1 | is not a list of ascending numbers above 0 (use 0.005, 0.05, 0.5) | none",
        "metrics.buckets.db=0 | is not a list of ascending numbers above 0 (use 0.005, 0.05, 0.5) | none",
        "metrics.buckets.db=NaN | is not a list of ascending numbers above 0 (use 0.005, 0.05, 0.5) | none",
        "metrics.buckets.db=1\\,Infinity | is not a list of ascending numbers above 0 (use 0.005, 0.05, 0.5) | none",
        "metrics.buckets.db=fast | is not a list of ascending numbers above 0 (use 0.005, 0.05, 0.5) | none",
        "instrument.exclude=com.acme.*\\,a b | is not a list of class patterns (use com.acme.**, *Mapper) | none",
        "business.methods=place | is not a list of method patterns (use com.acme.**.*Service.*, com.acme.Repository+.find*) | none",
        "business.methods=com.acme.Orders.new(..) | is not a list of method patterns (use com.acme.**.*Service.*, com.acme.Repository+.find*) | none",
        "business.methods=com.acme.Orders.<init> | is not a list of method patterns (use com.acme.**.*Service.*, com.acme.Repository+.find*) | none",
        "business.methods=com.acme.*+.find | is not a list of method patterns (use com.acme.**.*Service.*, com.acme.Repository+.find*) | none",
        "business.annotations=mircometer | is not a list of libraries and class names (use sidelight, micrometer, com.acme.Measured) | sidelight,micrometer,microprofile,dropwizard,opentelemetry",
        "metrics.common-labels=shop | is not a list of labels (use application=shop, environment=prod) | none",
        "metrics.common-labels=a= | is not a list of labels (use application=shop, environment=prod) | none",
        "metrics.common-labels=a-b=c | is not a list of labels (use application=shop, environment=prod) | none",
        "metrics.common-labels=a=b\\,a=c | is not a list of labels (use application=shop, environment=prod) | none",
        "log.level=loud | is not one of its values (use error, warn, info, debug) | info",
        "log.format=xml | is not one of its values (use text, json) | text",
        "log.target=stdout | is not one of its values (use stderr, none) | stderr",
      })
  void aValueThatDoesNotFitIsNotTaken(String argument, String problem, String used) {
    String value = argument.substring(argument.indexOf('=') + 1).replace("\\,", ",");
    String key = argument.substring(0, argument.indexOf('='));

    assertThat(Loading.with().arguments(argument).load().problems())
        .containsExactly(key + " = \"" + value + "\" " + problem + IN_ARGUMENTS + used);
  }

  @Test
  void pathsMustBeginWithASlash() {
    Config config = Loading.with().property("sidelight.http.ignore", "health").load();

    assertThat(config.problems()).hasSize(1);
    assertThat(config.problems().get(0))
        .startsWith(
            "http.ignore = \"health\" is not a list of paths (use /health, /health/**)"
                + " [-Dsidelight.http.ignore] – using /actuator/health,");
  }

  @ParameterizedTest
  @CsvSource({
    "job",
    "instance",
    "namespace",
    "pod",
    "container",
    "service",
    "node",
    "cluster",
    "le",
    "quantile",
    "__name__",
    "method",
    "status",
    "endpoint"
  })
  void reservedLabelsAreRefused(String label) {
    assertThat(Loading.with().arguments("metrics.common-labels=" + label + "=x").load().problems())
        .containsExactly(
            "metrics.common-labels = \""
                + label
                + "=x\" uses the reserved label \""
                + label
                + "\""
                + IN_ARGUMENTS
                + "none");
  }

  @Test
  void anUnknownKeyComesWithTheOneThatWasMeant() {
    assertThat(
            Loading.with()
                .env("SIDELIGHT_HTTP_MAX_ENDPOINT", "1")
                .env("SIDELIGHT_NOTHING_LIKE_IT", "s3cret")
                .property("sidelight.prt", "1")
                .arguments("log.levle=debug")
                .load()
                .problems())
        .containsExactly(
            "unknown key \"http.max-endpoint\", did you mean \"http.max-endpoints\"?"
                + " [env SIDELIGHT_HTTP_MAX_ENDPOINT]",
            "unknown key \"nothing.like.it\" [env SIDELIGHT_NOTHING_LIKE_IT]",
            "unknown key \"prt\", did you mean \"port\"? [-Dsidelight.prt]",
            "unknown key \"log.levle\", did you mean \"log.level\"? [agent arguments]");
  }

  @Test
  void secretsAreNotShown() {
    Config config =
        Loading.with()
            .keys(Key.number("api.token", 1, 0, 9, "h"))
            .arguments("api.token=hunter2")
            .property("sidelight.api.secret", "hunter2")
            .load();

    assertThat(config.problems().toString()).doesNotContain("hunter2");
    assertThat(config.problems())
        .contains(
            "api.token = \"***\" is not a whole number in its range (use 0 to 9)"
                + " [agent arguments] – using none");
    assertThat(config.shown("api.token")).isNull();
  }

  @Test
  void whatAPlaceholderStandsForIsNotShown() {
    assertThat(Loading.with().env("PW", "hunter2").arguments("port=${PW}").load().problems())
        .containsExactly(
            "port = \"${PW}\" is not a port (use 0 to 65535) [agent arguments] – using 9464");
  }

  @Test
  void variablesOfKubernetesServicesAreNotMistakes() {
    Config config =
        Loading.with()
            .env("SIDELIGHT_SERVICE_HOST", "10.0.0.1")
            .env("SIDELIGHT_SERVICE_PORT", "9464")
            .env("SIDELIGHT_SERVICE_PORT_METRICS", "9464")
            .env("SIDELIGHT_PORT", "tcp://10.0.0.1:9464")
            .env("SIDELIGHT_PORT_9464_TCP", "tcp://10.0.0.1:9464")
            .env("SIDELIGHT_PORT_9464_TCP_PROTO", "tcp")
            .env("SIDELIGHT_PORT_9464_TCP_PORT", "9464")
            .env("SIDELIGHT_PORT_9464_TCP_ADDR", "10.0.0.1")
            .env("SIDELIGHT_DEMO_APP_SERVICE_HOST", "10.0.0.2")
            .env("SIDELIGHT_DEMO_APP_SERVICE_PORT", "80")
            .env("SIDELIGHT_DEMO_APP_PORT", "udp://10.0.0.2:80")
            .env("SIDELIGHT_DEMO_APP_PORT_80_UDP_PORT", "80")
            .load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.number("port")).isEqualTo(9464);
    assertThat(config.source("port")).isEqualTo("default");
  }

  @Test
  void theMarkOfAFirstCopyOfTheAgentIsNoKey() {
    assertThat(Loading.with().property("sidelight.loaded", "/x.jar").load().problems()).isEmpty();
  }

  @Test
  void problemsOfOpenTelemetryAreNotOurs() {
    Config config =
        Loading.with()
            .env("OTEL_RESOURCE_ATTRIBUTES", "=,x,service.name=,%,service.version=1%zz")
            .load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.text("service.version")).isEqualTo("1%zz");
  }
}
