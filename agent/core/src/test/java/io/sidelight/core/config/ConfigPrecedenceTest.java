// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPrecedenceTest {

  @TempDir private Path folder;

  @Test
  void withoutAnythingAllKeysHaveTheirDefaults() {
    Config config = Loading.with().load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.number("port")).isEqualTo(9464);
    assertThat(config.flag("enabled")).isTrue();
    assertThat(config.list("http.ignore")).contains("/actuator/health/**", "/readyz");
    assertThat(config.text("service.name")).isEmpty();
    assertThat(config.source("port")).isEqualTo("default");
    assertThat(config.isSet("port")).isFalse();
  }

  @Test
  void everyDefaultIsValid() {
    for (Key key : Keys.standard().all()) {
      if (!key.defaultText().isEmpty()) {
        assertThat(Values.problem(key, key.defaultText())).as(key.name()).isNull();
        assertThat(Values.canonical(key, key.defaultText())).isEqualTo(key.defaultText());
      }
    }
  }

  @Test
  void noTwoKeysAreSpelledAlike() {
    assertThat(Keys.standard().names()).extracting(Names::form).doesNotHaveDuplicates();
  }

  @Test
  void agentArgumentsWinOverPropertiesOverVariablesOverFileOverAliases() throws Exception {
    Path file = folder.resolve("sidelight.properties");
    Files.writeString(file, "service.name=file\n");
    Loading loading = Loading.with().property("sun.java.command", "/opt/app.jar x");
    assertThat(loading.load().text("service.name")).isEqualTo("app");

    loading.env("OTEL_RESOURCE_ATTRIBUTES", "service.name=attribute,service.version=2");
    assertThat(loading.load().text("service.name")).isEqualTo("attribute");
    loading.env("OTEL_SERVICE_NAME", "otel");
    assertThat(loading.load().text("service.name")).isEqualTo("otel");
    loading.jar(folder.resolve("sidelight.jar").toFile());
    assertThat(loading.load().text("service.name")).isEqualTo("file");
    loading.env("SIDELIGHT_SERVICE_NAME", "variable");
    assertThat(loading.load().text("service.name")).isEqualTo("variable");
    loading.property("sidelight.service.name", "property");
    assertThat(loading.load().text("service.name")).isEqualTo("property");
    loading.arguments("service.name=argument");
    assertThat(loading.load().text("service.name")).isEqualTo("argument");
    assertThat(loading.load().problems()).isEmpty();
  }

  @Test
  void eachValueKnowsItsSource() throws Exception {
    Path file = folder.resolve("sidelight.properties");
    Files.writeString(file, "# comment\n\ndb.max-tables=7\n");

    Config config =
        Loading.with()
            .arguments("port=1")
            .property("sidelight.bind", "::1")
            .env("SIDELIGHT_HTTP_MAX_ENDPOINTS", "5")
            .env("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=prod%2Ceu,service.version=2")
            .jar(folder.resolve("x.jar").toFile())
            .load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.source("port")).isEqualTo("agent arguments");
    assertThat(config.source("bind")).isEqualTo("-Dsidelight.bind");
    assertThat(config.source("http.max-endpoints")).isEqualTo("env SIDELIGHT_HTTP_MAX_ENDPOINTS");
    assertThat(config.source("db.max-tables")).isEqualTo(file + ":3");
    assertThat(config.source("environment")).isEqualTo("env OTEL_RESOURCE_ATTRIBUTES");
    assertThat(config.text("environment")).isEqualTo("prod,eu");
    assertThat(config.text("service.version")).isEqualTo("2");
  }

  @Test
  void aValueThatIsNotValidLeavesTheNextBestSource() {
    Config config =
        Loading.with().env("SIDELIGHT_PORT", "9000").property("sidelight.port", "many").load();

    assertThat(config.number("port")).isEqualTo(9000);
    assertThat(config.problems())
        .containsExactly(
            "port = \"many\" is not a port (use 0 to 65535) [-Dsidelight.port] – using 9000");
  }

  @Test
  void theFileOfTheArgumentsWinsOverThatOfAVariableAndTheOneNextToTheJar() throws Exception {
    Path near = folder.resolve("sidelight.json");
    Path far = folder.resolve("far.properties");
    Path farther = folder.resolve("farther.properties");
    Files.writeString(near, "{\"port\": 1}");
    Files.writeString(far, "port=2");
    Files.writeString(farther, "port=3");
    Loading loading = Loading.with().jar(folder.resolve("x.jar").toFile());
    assertThat(loading.load().number("port")).isEqualTo(1);

    loading.env("SIDELIGHT_CONFIG", farther.toString());
    assertThat(loading.load().number("port")).isEqualTo(3);
    loading.property("sidelight.config", "${FAR}").env("FAR", far.toString());
    assertThat(loading.load().number("port")).isEqualTo(2);
    loading.arguments("config=" + near);
    assertThat(loading.load().number("port")).isEqualTo(1);
    assertThat(loading.load().problems()).isEmpty();
  }

  @Test
  void ofTwoFilesNextToTheJarOneIsUsedAndTheOtherTold() throws Exception {
    Files.writeString(folder.resolve("sidelight.json"), "{\"port\": 1}");
    Files.writeString(folder.resolve("sidelight.properties"), "port=2");

    Config config = Loading.with().jar(folder.resolve("x.jar").toFile()).load();

    assertThat(config.number("port")).isEqualTo(1);
    assertThat(config.problems())
        .containsExactly(
            "cannot use "
                + folder.resolve("sidelight.properties")
                + ": sidelight.json lies next to it and is used – ignoring the file");
  }

  @Test
  void anEmptyVariableMeansNotSetAndAnEmptyPropertyMeansNone() {
    Config config =
        Loading.with()
            .env("SIDELIGHT_PORT", "")
            .env("SIDELIGHT_HTTP_IGNORE", " ")
            .property("sidelight.http.ignore", "")
            .load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.number("port")).isEqualTo(9464);
    assertThat(config.list("http.ignore")).isEmpty();
    assertThat(config.source("http.ignore")).isEqualTo("-Dsidelight.http.ignore");
  }

  @Test
  void switchesDurationsAndLabelsAreRead() {
    Config config =
        Loading.with()
            .keys(
                Key.flag("on", false, "h"),
                Key.typed("wait", ValueType.DURATION, "10s", "h"),
                Key.typed("labels", ValueType.LABELS, "", "h"))
            .arguments("on=YES,wait=500ms,labels=team=a b\\, site=x=y")
            .load();

    assertThat(config.problems()).isEmpty();
    assertThat(config.flag("on")).isTrue();
    assertThat(config.text("on")).isEqualTo("true");
    assertThat(config.nanos("wait")).isEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
    assertThat(config.pairs("labels")).hasToString("{team=a b, site=x=y}");
  }

  @Test
  void durationsHaveUnits() {
    assertThat(Durations.nanos("10s")).isEqualTo(TimeUnit.SECONDS.toNanos(10));
    assertThat(Durations.nanos("2m")).isEqualTo(TimeUnit.MINUTES.toNanos(2));
    assertThat(Durations.nanos("1h")).isEqualTo(TimeUnit.HOURS.toNanos(1));
    assertThat(Durations.nanos("365d")).isEqualTo(TimeUnit.DAYS.toNanos(365));
    assertThat(Durations.nanos("3us")).isEqualTo(3000);
    for (String bad :
        new String[] {"", "10", "s", "5x", "-1s", "1.5s", "366d", "99999999999999999s"}) {
      assertThat(Durations.nanos(bad)).as(bad).isEqualTo(-1);
    }
  }

  @Test
  void aKeyThatIsNotDeclaredIsAProgrammingError() {
    assertThatThrownBy(() -> Config.defaults().text("http.maxEndpoints"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no configuration key is called http.maxEndpoints");
  }

  @Test
  void theCommandLineNamesTheServiceWithoutItsArguments() {
    assertThat(CommandLine.serviceName("/opt/my app/orders-1.2.jar --password=x"))
        .isEqualTo("orders-1.2");
    assertThat(CommandLine.serviceName("C:\\apps\\orders.jar")).isEqualTo("orders");
    assertThat(CommandLine.serviceName("com.acme.Orders --config=/x.jar")).isEqualTo("Orders");
    assertThat(CommandLine.serviceName("acme.shop/com.acme.Orders secret")).isEqualTo("Orders");
    assertThat(CommandLine.serviceName("")).isEmpty();
  }

  @Test
  void localesDoNotMatter() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      Files.writeString(folder.resolve("sidelight.properties"), "METRICS.MAX-SERIES=500\n");
      Config config =
          Loading.with()
              .env("SIDELIGHT_BIND", "127.0.0.1")
              .env("SIDELIGHT_HTTP_IGNORE", "/ping")
              .property("sidelight.log.level", "INFO")
              .arguments("strict=FALSE,instrument.jdbc=OFF")
              .jar(new File(folder.toFile(), "x.jar"))
              .load();

      assertThat(config.problems()).isEmpty();
      assertThat(config.text("bind")).isEqualTo("127.0.0.1");
      assertThat(config.list("http.ignore")).containsExactly("/ping");
      assertThat(config.text("log.level")).isEqualTo("info");
      assertThat(config.flag("instrument.jdbc")).isFalse();
      assertThat(config.number("metrics.max-series")).isEqualTo(500);
      assertThat(Keys.standard().exactly("bind").environmentName()).isEqualTo("SIDELIGHT_BIND");
    } finally {
      Locale.setDefault(before);
    }
  }
}
