// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.core.check.Component;
import io.sidelight.core.check.Status;
import io.sidelight.core.metrics.FixedSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HealthReportTest {

  private static final String TIME = "\"timestamp\":\"2026-11-21T02:19:05.100Z\"";

  private final FakeTicker ticker = new FakeTicker();
  private final Health health = new Health(ticker);
  private final List<Component> components = new ArrayList<>();
  private boolean deadlocked;

  @Test
  void theFullReportHasTheDocumentedShape() {
    ticker.seconds += 3600;

    String body = report().full(HealthFormat.SIDELIGHT, true).body();

    assertThat(body.replaceFirst("\"instance\":\"[^\"]*\"", "\"instance\":\"host\""))
        .isEqualTo(
            "{\"status\":\"healthy\","
                + TIME
                + ",\"uptime_seconds\":3600,\"service\":{\"name\":\"shop\",\"version\":\"1.4.2\","
                + "\"instance\":\"host\"},\"agent\":{\"name\":\"sidelight\",\"version\":\"1.0\"},"
                + "\"components\":{\"sidelight\":{\"status\":\"healthy\","
                + "\"message\":\"14 instrumentations active\"}}}\n");
  }

  @Test
  void callersFromElsewhereSeeNoDetails() {
    health.degraded("config: secret");

    HealthReport.Answer answer = report().full(HealthFormat.SIDELIGHT, false);

    assertThat(answer.isUp()).isTrue();
    assertThat(answer.body())
        .startsWith("{\"status\":\"degraded\",")
        .doesNotContain("secret", "instance\"", "message")
        .endsWith("\"components\":{\"sidelight\":{\"status\":\"degraded\"}}}\n");
  }

  @Test
  void detailsCanBeAlwaysOrNever() {
    assertThat(report("health.show-details", "always").full(HealthFormat.SIDELIGHT, false).body())
        .contains("message");
    assertThat(report("health.show-details", "never").full(HealthFormat.SIDELIGHT, true).body())
        .doesNotContain("message");
  }

  @Test
  void reasonsAreEscaped() {
    health.degraded("a \"quote\", a \\, a\nline, \u0001, \u2028, \ud800, \ud83d\ude00");

    assertThat(component(HealthFormat.SIDELIGHT))
        .isEqualTo(
            "{\"status\":\"degraded\",\"message\":\"a \\\"quote\\\", a \\\\, a\\nline, \\u0001,"
                + " \\u2028, \\ud800, \ud83d\ude00\"}\n");
  }

  @Test
  void otherFormatsUseTheirOwnWords() {
    health.degraded("why");

    assertThat(report().full(HealthFormat.ACTUATOR, true).body())
        .isEqualTo(
            "{\"status\":\"UP\",\"components\":{\"sidelight\":"
                + "{\"status\":\"UP\",\"details\":{\"message\":\"why\"}}}}\n");
    assertThat(report().full(HealthFormat.MICROPROFILE, true).body())
        .isEqualTo(
            "{\"status\":\"UP\",\"checks\":[{\"name\":\"sidelight\",\"status\":\"UP\","
                + "\"data\":{\"message\":\"why\"}}]}\n");
    assertThat(report().full(HealthFormat.IETF, true).body())
        .isEqualTo(
            "{\"status\":\"warn\",\"version\":\"1.4.2\",\"checks\":{\"sidelight\":"
                + "[{\"status\":\"warn\",\"componentType\":\"component\","
                + "\"time\":\"2026-11-21T02:19:05.100Z\",\"output\":\"why\"}]}}\n");
    assertThat(report().full(HealthFormat.TEXT, true).body()).isEqualTo("degraded\n");
  }

  @Test
  void whatIsUnhealthyMakesTheWholeSo() {
    components.add(Component.known("database", Status.UNHEALTHY, "pool-1: timeout"));

    HealthReport.Answer all = report().full(HealthFormat.SIDELIGHT, true);

    assertThat(all.isUp()).isFalse();
    assertThat(all.body())
        .startsWith("{\"status\":\"unhealthy\",")
        .contains("\"database\":{\"status\":\"unhealthy\",\"message\":\"pool-1: timeout\"}");
    assertThat(report().full(HealthFormat.TEXT, true).body()).isEqualTo("unhealthy\n");
    assertThat(report().full(HealthFormat.ACTUATOR, true).body())
        .startsWith("{\"status\":\"DOWN\"");
    assertThat(report().full(HealthFormat.IETF, true).body())
        .startsWith("{\"status\":\"fail\",\"version\":\"1.4.2\",")
        .contains("\"output\":\"database: pool-1: timeout\"");
    assertThat(report().full(HealthFormat.IETF, false).body())
        .contains("\"output\":\"database: unhealthy\"")
        .doesNotContain("timeout");
    assertThat(report().component("database", HealthFormat.SIDELIGHT, true))
        .matches(answer -> !answer.isUp());
    assertThat(report().live(HealthFormat.SIDELIGHT).isUp()).isTrue();
    health.serving();
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).isUp()).isTrue();
  }

  @Test
  void whatNobodyKnowsMakesNothingWorse() {
    components.add(Component.known("database", Status.UNKNOWN, "not asked yet"));

    assertThat(report().full(HealthFormat.SIDELIGHT, true).body())
        .startsWith("{\"status\":\"healthy\",")
        .contains("\"database\":{\"status\":\"unknown\"");
    assertThat(report().full(HealthFormat.ACTUATOR, true).body())
        .contains("\"database\":{\"status\":\"UNKNOWN\"");
  }

  @Test
  void ownPortsMustHaveBeenSeenBeforeItIsReady() {
    health.serving();
    components.add(Component.known("readiness_port", Status.UNKNOWN, "not asked yet"));
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).body())
        .contains("\"reasons\":[\"readiness_port: not asked yet\"]");
    assertThat(report().ready(HealthFormat.SIDELIGHT, false).body())
        .contains("\"reasons\":[\"readiness_port: unhealthy\"]");

    components.set(0, Component.known("readiness_port", Status.HEALTHY, ""));
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).isUp()).isTrue();
  }

  @Test
  void aDeadlockKillsOnlyWhereThatIsWanted() {
    deadlocked = true;
    assertThat(report().live(HealthFormat.SIDELIGHT).isUp()).isTrue();

    HealthReport.Answer dead =
        report("health.liveness.fail-on", "deadlock").live(HealthFormat.SIDELIGHT);

    assertThat(dead.isUp()).isFalse();
    assertThat(dead.body())
        .isEqualTo("{\"status\":\"dead\"," + TIME + ",\"reasons\":[\"deadlock\"]}\n");
  }

  @Test
  void readinessSaysWhyNot() {
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).body())
        .isEqualTo("{\"status\":\"not_ready\"," + TIME + ",\"reasons\":[\"starting\"]}\n");
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).isUp()).isFalse();
    assertThat(report().ready(HealthFormat.ACTUATOR, true).body())
        .isEqualTo("{\"status\":\"DOWN\"}\n");
    assertThat(report().ready(HealthFormat.IETF, true).body())
        .isEqualTo("{\"status\":\"fail\",\"output\":\"starting\"}\n");
    assertThat(report().ready(HealthFormat.MICROPROFILE, true).body())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"readiness\",\"status\":\"DOWN\"}]}\n");

    health.serving();
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).body())
        .isEqualTo("{\"status\":\"ready\"," + TIME + "}\n");
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).isUp()).isTrue();

    health.shuttingDown();
    assertThat(report().ready(HealthFormat.SIDELIGHT, true).body())
        .isEqualTo("{\"status\":\"not_ready\"," + TIME + ",\"reasons\":[\"shutting_down\"]}\n");
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isTrue();
  }

  @Test
  void lifeDependsOnNothing() {
    health.degraded("config");
    health.shuttingDown();

    HealthReport.Answer live = report().live(HealthFormat.SIDELIGHT);

    assertThat(live.isUp()).isTrue();
    assertThat(live.body()).isEqualTo("{\"status\":\"alive\"," + TIME + "}\n");
  }

  @Test
  void withoutServletsTheMainClassIsEnoughAfterAWhile() {
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isFalse();
    health.mainEntered();
    ticker.seconds += 4;
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isFalse();
    ticker.seconds += 1;
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isTrue();
  }

  @Test
  void withServletsTheFirstServerCounts() {
    health.mainEntered();
    health.servletApiSeen();
    ticker.seconds += 60;
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isFalse();
    health.serving();
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isTrue();
  }

  @Test
  void aServletApiThatServesNothingHoldsTheStartUpForTwoMinutes() {
    health.mainEntered();
    health.servletApiSeen();
    ticker.seconds += 119;
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isFalse();
    ticker.seconds += 1;
    assertThat(report().started(HealthFormat.SIDELIGHT).isUp()).isTrue();
  }

  @Test
  void theFormatIsChosenByNameOrAcceptedType() {
    assertThat(HealthFormat.choose(null, null)).isEqualTo(HealthFormat.SIDELIGHT);
    assertThat(HealthFormat.choose(null, "*/*")).isEqualTo(HealthFormat.SIDELIGHT);
    assertThat(HealthFormat.choose(null, "application/health+json")).isEqualTo(HealthFormat.IETF);
    assertThat(HealthFormat.choose(null, "application/vnd.spring-boot.actuator.v3+json"))
        .isEqualTo(HealthFormat.ACTUATOR);
    assertThat(HealthFormat.choose("microprofile", "application/health+json"))
        .isEqualTo(HealthFormat.MICROPROFILE);
    assertThat(HealthFormat.choose("yaml", null)).isNull();
  }

  private String component(HealthFormat format) {
    return Objects.requireNonNull(report().component("sidelight", format, true)).body();
  }

  private HealthReport report(String... settings) {
    String[] all = {
      "service.name", "shop", "service.version", "1.4.2", "health.show-details", "auto", "", ""
    };
    if (settings.length == 2) {
      all[4] = settings[0];
      all[5] = settings[1];
    }
    return new HealthReport(
        health, () -> components, () -> deadlocked, new FixedSettings(all), "1.0", () -> 14);
  }

  private static final class FakeTicker extends Ticker {
    long seconds = 1_000_000;

    @Override
    long nanos() {
      return seconds * 1_000_000_000L;
    }

    @Override
    long millis() {
      return 1795227545100L;
    }
  }
}
