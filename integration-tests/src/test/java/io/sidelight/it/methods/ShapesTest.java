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

/** Methods as the compilers of other languages write them, and behind what libraries generate. */
class ShapesTest {

  @OnEveryJdk
  void callsOfKotlinGroovyAndScalaCountOnce(Jdk jdk) {
    String main = "io.sidelight.it.apps.shapes.Main";
    Victim program = Victim.main(main).app("shapes", "latest").on(jdk).mayComplain();
    String suspending =
        "methods: io.sidelight.it.apps.shapes.KotlinKt.suspending is not measured: a suspend";
    try (VictimProcess victim = program.start()) {
      victim.awaitLine("done");
      victim.awaitStderr(suspending);
      Scrape scrape = victim.scrape();

      assertThat(victim.stderr()).containsOnlyOnce("not measured");
      assertThat(victim.stdout()).isEqualTo(withoutAgent(main, "shapes", jdk));
      assertThat(calls(scrape))
          .isEqualTo(
              """
              Discount.inTrait 40
              DynamicStation.defaults 30
              DynamicStation.dynamic 10
              DynamicStation.hidden 10
              DynamicStation.ofClass 10
              KotlinKt.extension 10
              KotlinKt.topLevel 30
              Priced.inTrait 30
              Pump.inInterface 20
              Receipt.curried 10
              Receipt.hidden 10
              Receipt.inCaseClass 20
              Receipts.inScalaObject 20
              Register.inObject 10
              Register.staticInObject 20
              StaticStation.bound 10
              StaticStation.defaults 10
              Station.getComputed 10
              Station.hidden 10
              Station.inCompanion 10
              Station.internal$sidelight_app_shapes 10
              Station.overloads 30
              Station.refuel 10
              Station.staticInCompanion 20""");
    }
  }

  @OnEveryJdk
  void callsThroughProxiesOfHibernateAndWeldCountOnce(Jdk jdk) {
    String main = "io.sidelight.it.apps.standins.Main";
    Victim program = Victim.main(main).app("stand-ins", "latest").on(jdk);
    try (VictimProcess victim = program.start()) {
      victim.awaitLine("done");
      Scrape scrape = victim.scrape();

      assertThat(victim.stdout())
          .doesNotContain("wrong")
          .isEqualTo(withoutAgent(main, "stand-ins", jdk));
      assertThat(calls(scrape))
          .isEqualTo(
              """
              Bookings.book 10
              Bookings.inside 20
              Coupon.describe 10""");
      assertThat(scrape.family("coupon_fuel_total"))
          .isEqualTo(
              """
              coupon_fuel_total{fuel="diesel",status="success"} 10.0
              coupon_fuel_total{fuel="gas",status="success"} 10.0
              """);
    }
  }

  private static String withoutAgent(String main, String app, Jdk jdk) {
    Victim program = Victim.main(main).app(app, "latest").on(jdk).withoutAgent();
    try (VictimProcess victim = program.start()) {
      victim.awaitLine("done");
      return victim.stdout();
    }
  }

  private static String calls(Scrape scrape) {
    return scrape.samples().stream()
        .filter(sample -> sample.name().equals("business_method_calls_total"))
        .filter(sample -> sample.value() != 0)
        .map(
            sample ->
                "%s.%s %d"
                    .formatted(
                        sample.labels().get("class"),
                        sample.labels().get("method"),
                        (long) sample.value()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
