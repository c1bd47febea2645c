// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.List;

class CustomMetricsTest {

  private static final int THREADS = 4;
  private static final int VALUES = 10_000;

  @OnEveryJdk
  void whatIsRecordedByHandIsOnThePage(Jdk jdk) {
    try (VictimProcess victim = program("all").on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(scrape.header("orders_placed_total") + scrape.family("orders_placed_total"))
          .isEqualTo(
              """
              # HELP orders_placed_total Orders placed
              # TYPE orders_placed_total counter
              orders_placed_total{channel="shop",paid="no"} 4.0
              orders_placed_total{channel="web",paid="yes"} 2.0
              """);
      assertThat(scrape.family("refunds_total")).isEqualTo("refunds_total 0.0\n");
      assertThat(scrape.family("revenue_euros_total"))
          .isEqualTo("revenue_euros_total{fuel=\"diesel\"} 12.75\n");
      assertThat(scrape.header("payment_seconds"))
          .isEqualTo(
              """
              # HELP payment_seconds Time to take a payment
              # TYPE payment_seconds histogram
              """);
      assertThat(scrape.value("payment_seconds_count")).isEqualTo(6);
      assertThat(scrape.value("payment_seconds_sum")).isGreaterThan(0.042);
      assertThat(scrape.value("lookup_seconds_count", "source", "cache")).isEqualTo(1);
      assertThat(scrape.value("lookup_seconds_count", "source", "database")).isEqualTo(1);
      assertThat(scrape.header("carts_open") + scrape.family("carts_open"))
          .isEqualTo(
              """
              # HELP carts_open Carts not paid yet
              # TYPE carts_open gauge
              carts_open{shop="north"} 3.0
              carts_open{shop="south"} 1.0
              """);
      assertThat(scrape.has("temperature_celsius")).as("set to NaN").isFalse();
      assertThat(scrape.has("sidelight_instrumentation_info", "library", "custom")).isTrue();
    }
  }

  @OnEveryJdk
  void cachesAndLogInsByHandAreBesideThoseThatTheAgentKnows(Jdk jdk) {
    try (VictimProcess victim = program("all").on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(scrape.family("cache_hits_total"))
          .isEqualTo(
              """
              cache_hits_total{name="prices",type="memory"} 2.0
              cache_hits_total{name="prices",type="other"} 1.0
              """);
      assertThat(scrape.family("cache_misses_total"))
          .isEqualTo("cache_misses_total{name=\"prices\",type=\"memory\"} 1.0\n");
      assertThat(scrape.family("auth_attempts_total"))
          .isEqualTo(
              """
              auth_attempts_total{status="failure",type="other"} 1.0
              auth_attempts_total{status="success",type="password"} 1.0
              """);
    }
  }

  @OnEveryJdk
  void aValueIsFollowedAsLongAsTheApplicationKeepsIt(Jdk jdk) {
    try (VictimProcess victim = program("all").on(jdk).start()) {
      victim.awaitLine("done");
      assertThat(victim.scrape().family("jobs_waiting")).isEqualTo("jobs_waiting 2.0\n");
      assertThat(victim.scrape().has("gone")).isFalse();

      victim.send("");
      victim.awaitLine("cleared");
      assertThat(victim.scrape().family("jobs_waiting")).isEqualTo("jobs_waiting 0.0\n");
    }
  }

  @OnEveryJdk
  void withoutTheAgentEverythingWorksAndNothingIsSaid(Jdk jdk) {
    for (String what : List.of("all", "wrong", "loaders")) {
      String plain;
      try (VictimProcess victim = program(what).on(jdk).withoutAgent().start()) {
        victim.awaitLine("done");
        plain = victim.stdout();
        assertThat(victim.stderr()).isEmpty();
      }
      try (VictimProcess victim = program(what).on(jdk).mayComplain().start()) {
        victim.awaitLine("done");
        assertThat(victim.stdout()).isEqualTo(plain);
      }
    }
  }

  @OnEveryJdk
  void itCanBeSwitchedOff(Jdk jdk) {
    try (VictimProcess victim = program("all").on(jdk).agent("instrument.custom=false").start()) {
      victim.awaitLine("done");
      assertThat(victim.scrape().has("refunds_total")).isFalse();
    }
  }

  @OnEveryJdk
  void tenThousandValuesKeepTheCapAndTheTotals(Jdk jdk) {
    try (VictimProcess victim = program("many").on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      double all = THREADS * VALUES;
      assertThat(scrape.labels("revenue_euros_total", "fuel")).hasSize(101).contains("other");
      assertThat(scrape.sum("revenue_euros_total")).isEqualTo(all / 2);
      assertThat(scrape.labels("lookup_seconds_count", "source")).hasSize(101).contains("other");
      assertThat(scrape.sum("lookup_seconds_count")).isEqualTo(all);
      assertThat(scrape.labels("carts_open", "shop")).hasSize(101).contains("other");
      assertThat(scrape.sum("carts_open")).isEqualTo(all);
      assertThat(scrape.value("refunds_total")).isEqualTo(all);
      assertThat(scrape.value("sidelight_label_overflow_total", "metric", "revenue_euros_total"))
          .isEqualTo(THREADS * (VALUES - 100.0));
      assertThat(scrape.value("sidelight_label_overflow_total", "metric", "carts_open"))
          .isEqualTo(THREADS * (VALUES - 100.0));
      assertThat(scrape.sum("sidelight_advice_errors_total")).isZero();
    }
  }

  @OnEveryJdk
  void theCapsAreConfigurable(Jdk jdk) {
    try (VictimProcess victim =
        program("many")
            .mayComplain()
            .agent("custom.max-values=7", "custom.max-metrics=3")
            .on(jdk)
            .start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(scrape.labels("revenue_euros_total", "fuel")).hasSize(8);
      assertThat(scrape.has("payment_seconds_count")).as("the fourth").isFalse();
      assertThat(victim.awaitStderr("custom: more than 3 metrics"))
          .endsWith("are made by hand; further ones are not recorded; see custom.max-metrics");
    }
  }

  @OnEveryJdk
  void wrongUseIsSaidOnceAndOtherwiseIgnored(Jdk jdk) {
    try (VictimProcess victim = program("wrong").mayComplain().on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();
      victim.awaitStderr("jobs_waiting"); // the last line, said while scraping

      assertThat(scrape.family("refunds_total")).isEqualTo("refunds_total 1.0\n");
      assertThat(scrape.family("orders_placed_total"))
          .isEqualTo(
              """
              orders_placed_total{channel="web",paid="unknown"} 1.0
              orders_placed_total{channel="web",paid="yes"} 0.0
              """);
      assertThat(scrape.sum("lookup_seconds_count")).isZero();
      assertThat(scrape.value("payment_seconds_count")).isEqualTo(1);
      assertThat(scrape.value("payment_seconds_sum")).isZero();
      assertThat(scrape.has("carts_open")).isFalse();
      assertThat(scrape.has("jobs_waiting")).isFalse();
      assertThat(scrape.family("nothing_said_total")).isEqualTo("nothing_said_total 1.0\n");
      assertThat(scrape.sum("sidelight_advice_errors_total")).isZero();
      assertThat(victim.stderr().lines().filter(line -> line.contains("custom: ")))
          .map(line -> line.substring(line.indexOf("custom: ") + "custom: ".length()))
          .containsExactlyInAnyOrder(
              "refunds_total: an amount was not added: it is negative",
              "refunds_total: an amount was not added: it is no number below 9e12",
              "refunds_total: needs one value for each of its labels []; what came with another"
                  + " number of values is lost",
              "orders_placed_total: something was recorded without values of its labels"
                  + " [channel, paid]; it is lost",
              "orders_placed_total: needs one value for each of its labels [channel, paid]; what"
                  + " came with another number of values is lost",
              "orders_placed_total: label values were given to one of its series; it has them"
                  + " already",
              "lookup_seconds: something was recorded without values of its labels [source]; it"
                  + " is lost",
              "lookup_seconds: label values were given to one of its series; it has them already",
              "carts_open: an amount that is infinite or no number was not added",
              "jobs_waiting: what it follows threw java.lang.IllegalStateException",
              "orders_placed is not recorded: it has the labels [channel, paid] elsewhere, not"
                  + " [channel]",
              "payment_seconds is not recorded: it is a timer elsewhere",
              "http_requests is not recorded: names with http_ are for built-in metrics",
              "two words is not recorded: \"two words\" is not a metric name; use letters, digits"
                  + " and _",
              "pods is not recorded: the label pod is reserved",
              "twice is not recorded: the label a is there twice",
              "size_bucket is not recorded: a gauge's name does not end in _bucket",
              " is not recorded: \"\" is not a metric name; use letters, digits and _");
    }
  }

  @OnEveryJdk
  void namesThatComeFromDataDoNoHarm(Jdk jdk) {
    try (VictimProcess victim = program("flood").mayComplain().on(jdk).start()) {
      victim.awaitLine("done");

      String said = victim.awaitStderr("custom: more than 100 metrics are made by hand");
      assertThat(said).contains("custom.max-metrics");
      assertThat(victim.scrape().samples().stream().filter(s -> s.name().startsWith("user_")))
          .hasSize(92);
      assertThat(victim.stderr().lines().filter(line -> line.contains("custom: user")).toList())
          .hasSize(50);
    }
  }

  @OnEveryJdk
  void applicationsWithLoadersOfTheirOwnShareAMetric(Jdk jdk) {
    try (VictimProcess victim = program("loaders").on(jdk).start()) {
      victim.awaitLine("done");
      assertThat(victim.scrape().family("sales_total"))
          .isEqualTo("sales_total{shop=\"corner\"} 6.0\n");
    }
  }

  @OnEveryJdk
  void whereTheAgentIsHiddenNothingIsRecordedAndOneLineSaysSo(Jdk jdk) {
    try (VictimProcess victim = program("hidden").mayComplain().on(jdk).start()) {
      victim.awaitLine("sold");
      victim.awaitLine("done");
      assertThat(victim.scrape().has("sales_total")).isFalse();
      assertThat(victim.scrape().has("refunds_total")).isTrue();
      assertThat(victim.awaitStderr("custom: not woven into classes of"))
          .contains("io.sidelight.it.apps.custom.OwnLoader@");
    }
  }

  private static Victim program(String what) {
    return Victim.main("io.sidelight.it.apps.custom.Main").app("custom", "api").args(what);
  }
}
