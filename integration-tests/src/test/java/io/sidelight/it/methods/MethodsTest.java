// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;
import java.util.stream.Collectors;

class MethodsTest {

  @OnEveryJdk
  void everyShapeOfMethodCountsEachCallOnce(Jdk jdk) {
    try (VictimProcess victim = program("shapes").on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(nonZero(scrape, "business_method_calls_total"))
          .isEqualTo(
              """
              Base.generic success 10
              Base.inPackagePrivateClass success 10
              Base.inherited success 10
              Base.overridden success 10
              Defaults.interfaceDefault success 10
              Defaults.interfaceStatic success 10
              Nested.nested success 10
              Shapes.bridged success 20
              Shapes.failedFuture error 10
              Shapes.finalSynchronized success 10
              Shapes.generics success 10
              Shapes.nullFuture success 10
              Shapes.overridden success 10
              Shapes.privateMethod success 20
              Shapes.publicMethod success 20
              Shapes.recursive success 50
              Shapes.stage success 10
              Shapes.staticMethod success 20
              Shapes.throwing error 10
              Shapes.throwingFuture error 10""");
      assertThat(scrape.family("both_annotations_total"))
          .isEqualTo(
              """
              both_annotations_total{kind="both",source="test",status="error"} 0.0
              both_annotations_total{kind="both",source="test",status="success"} 20.0
              """);
      assertThat(scrape.header("both_annotations_total"))
          .contains("# HELP both_annotations_total Calls with both annotations");
      assertThat(scrape.value("both_annotations_seconds_count", "status", "success")).isEqualTo(20);
    }
  }

  private static String nonZero(Scrape scrape, String name) {
    return scrape.samples().stream()
        .filter(sample -> sample.name().equals(name) && sample.value() != 0)
        .map(
            sample ->
                "%s.%s %s %d"
                    .formatted(
                        sample.labels().get("class"),
                        sample.labels().get("method"),
                        sample.labels().get("status"),
                        (long) sample.value()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @OnEveryJdk
  void aCallerNoticesNothing(Jdk jdk) {
    String plain;
    try (VictimProcess victim = program("failures").on(jdk).withoutAgent().start()) {
      victim.awaitLine("done");
      plain = victim.stdout();
    }
    try (VictimProcess victim = program("failures").on(jdk).start()) {
      victim.awaitLine("done");

      assertThat(victim.stdout()).isEqualTo(plain).doesNotContain("wrong");
      Scrape scrape = victim.scrape();
      assertThat(
              scrape.value("business_method_calls_total", "method", "rethrow", "status", "error"))
          .isEqualTo(4);
      assertThat(scrape.value("business_method_calls_total", "method", "same", "status", "error"))
          .isEqualTo(1); // the cancelled one; the other never completes
      assertThat(scrape.sum("business_method_calls_total", "method", "same")).isEqualTo(1);
    }
  }

  @OnEveryJdk
  void anOverflowingStackBreaksNothing(Jdk jdk) {
    // Where no stack is left, the agent may fail as the application does; it counts that.
    try (VictimProcess victim = program("overflow").jvm("-Xss256k").mayComplain().on(jdk).start()) {
      double calls = Double.parseDouble(victim.awaitValue("depth "));
      victim.awaitLine("done");

      for (int i = 0; i < 5; i++) {
        victim.scrape(); // a histogram that waits for its own count would never answer
      }
      Scrape scrape = victim.scrape();
      assertThat(scrape.value("endless_total", "status", "error")).isBetween(0.99 * calls, calls);
      assertThat(scrape.value("endless_seconds_count", "status", "error"))
          .isBetween(0.99 * calls, calls);
      assertThat(scrape.value("endless_total", "status", "success")).isZero();
      assertThat(scrape.value("endless_in_flight")).isBetween(-0.01 * calls, 0.01 * calls);
    }
  }

  @OnEveryJdk
  void labelsAmountsAndGaugesAreReadFromCalls(Jdk jdk) {
    try (VictimProcess victim = program("orders").on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(victim.stdout()).doesNotContain("wrong");
      assertThat(scrape.family("fuel_orders_total"))
          .isEqualTo(
              """
              fuel_orders_total{fuel="DIESEL",outcome="DONE",region="north",status="success"} 10.0
              fuel_orders_total{fuel="DIESEL",outcome="none",region="north",status="error"} 1.0
              fuel_orders_total{fuel="GAS",outcome="REFUSED",region="north",status="error"} 10.0
              fuel_orders_total{fuel="none",outcome="DONE",region="north",status="success"} 10.0
              """);
      assertThat(scrape.family("revenue_total"))
          .isEqualTo(
              """
              revenue_total{fuel="DIESEL",status="success"} 199.9
              revenue_total{fuel="GAS",status="success"} 1.0
              """);
      assertThat(scrape.header("revenue_total")).contains("# HELP revenue_total Money taken");
      assertThat(scrape.family("primitives_total"))
          .isEqualTo(
              """
              primitives_total{a="1",b="2.5",c="c",d="#d",status="success"} 10.0
              """);
      assertThat(scrape.family("resource_count"))
          .isEqualTo(
              """
              resource_count{kind="organizations"} 9.0
              resource_count{kind="users"} 109.0
              """);
      assertThat(scrape.header("resource_count"))
          .isEqualTo(
              """
              # HELP resource_count Things there are
              # TYPE resource_count gauge
              """);
      assertThat(scrape.labels("imports_seconds_bucket", "le"))
          .containsExactly("+Inf", "0.5", "60.0");
      assertThat(scrape.value("imports_seconds_bucket", "le", "60.0", "status", "success"))
          .isEqualTo(10);
      assertThat(scrape.family("imports_in_flight"))
          .isEqualTo("imports_in_flight{source=\"mail\"} 0.0\n");
      assertThat(scrape.family("business_method_in_flight"))
          .isEqualTo("business_method_in_flight{class=\"Orders\",method=\"running\"} 1.0\n");
      assertThat(scrape.family("deliveries_total"))
          .isEqualTo(
              """
              deliveries_total{fuel="DIESEL",outcome="HERE",status="success"} 1.0
              deliveries_total{fuel="GAS",outcome="none",status="error"} 1.0
              """);
    }
  }

  @OnEveryJdk
  void valuesPastTheCapAreOtherAndTheTotalIsExact(Jdk jdk) {
    try (VictimProcess victim = program("many").on(jdk).start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(scrape.labels("many_total", "value")).hasSize(51).contains("other");
      assertThat(scrape.sum("many_total")).isEqualTo(10_000);
      assertThat(scrape.value("many_total", "value", "other")).isEqualTo(9_950);
      assertThat(
              scrape.value(
                  "sidelight_label_overflow_total", "metric", "many_total", "label", "value"))
          .isEqualTo(9_950);
    }
  }

  @OnEveryJdk
  void whatCannotBecomeAMetricIsRefusedWithOneLine(Jdk jdk) {
    try (VictimProcess victim = program("refused").mayComplain().on(jdk).start()) {
      victim.awaitLine("done");

      String refused = "io.sidelight.it.apps.methods.Main$Refused";
      victim.awaitStderr(
          "methods: " + refused + ".builtIn is not measured: names with http_ are for built-in");
      victim.awaitStderr("methods: " + refused + ".labels is not measured: labels need a name");
      victim.awaitStderr("methods: " + refused + ".<init> is not measured: it is a constructor");
      assertThat(victim.scrape().has("http_requests_total", "status", "success")).isFalse();
    }
  }

  private static Victim program(String what) {
    return Victim.main("io.sidelight.it.apps.methods.Main").app("methods").args(what);
  }
}
