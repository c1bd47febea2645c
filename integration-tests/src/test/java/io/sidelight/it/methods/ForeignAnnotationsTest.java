// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.testkit.Jdk;
import io.sidelight.testkit.OnEveryJdk;
import io.sidelight.testkit.Scrape;
import io.sidelight.testkit.Victim;
import io.sidelight.testkit.VictimProcess;

/** Annotations of other libraries that are in the code already. */
class ForeignAnnotationsTest {

  private static final String SAID = "methods: the application measures annotated methods itself";

  @OnEveryJdk
  void theirLowestVersionsAreUnderstood(Jdk jdk) {
    understands("annotations-lowest", jdk);
  }

  @OnEveryJdk
  void theirLatestVersionsAreUnderstood(Jdk jdk) {
    understands("annotations-latest", jdk);
  }

  private static void understands(String libraries, Jdk jdk) {
    try (VictimProcess victim = program(libraries).on(jdk).mayComplain().start()) {
      victim.awaitLine("done");
      victim.awaitStderr(SAID + ", with io.micrometer.core.aop.TimedAspect");
      Scrape scrape = victim.scrape();

      assertThat(victim.stdout()).doesNotContain("wrong");
      String seconds = "micrometer_orders_seconds";
      assertThat(scrape.value(seconds + "_count", "order_type", "retail", "status", "success"))
          .isEqualTo(10);
      assertThat(scrape.header(seconds)).contains("# HELP " + seconds + " Time to order");
      assertThat(scrape.value("micrometer_orders_active_in_flight")).isZero();
      assertThat(scrape.value("micrometer_counted_total", "status", "success")).isEqualTo(10);
      assertThat(scrape.family("micrometer_failures_total"))
          .isEqualTo("micrometer_failures_total{status=\"error\"} 10.0\n");
      assertThat(
              scrape.value(
                  "micrometer_observed_seconds_count", "kind", "test", "status", "success"))
          .isEqualTo(10);
      String unnamed = "business_method_duration_seconds_count";
      assertThat(scrape.labels(unnamed, "method")).containsExactly("micrometerUnnamed", "withSpan");
      assertThat(scrape.value(unnamed, "method", "withSpan", "status", "success")).isEqualTo(10);
      String timed = "io_sidelight_it_apps_methods_Foreign_timed_seconds_count";
      assertThat(scrape.value(timed, "kind", "test", "status", "success")).isEqualTo(10);
      assertThat(scrape.value("mp_counted_total", "status", "success")).isEqualTo(10);
      assertThat(scrape.family("mp")).isEqualTo("mp 7.0\n");
      assertThat(scrape.value("dw_timed_seconds_count", "status", "error")).isEqualTo(20);
      assertThat(scrape.value("dw_metered_total", "status", "error")).isEqualTo(20);
      assertThat(scrape.value("dw_counted_in_flight")).isZero();
      assertThat(scrape.family("dw_exceptions_total"))
          .isEqualTo("dw_exceptions_total{status=\"error\"} 10.0\n");
    }
  }

  @OnEveryJdk
  void theyMayBeLeftToTheApplication(Jdk jdk) {
    Victim program = program("annotations-latest").agent("business.annotations=sidelight");
    try (VictimProcess victim = program.on(jdk).start()) {
      victim.awaitLine("done");

      assertThat(victim.scrape().text()).doesNotContain("micrometer_").doesNotContain("dw_");
    }
  }

  private static Victim program(String libraries) {
    return Victim.main("io.sidelight.it.apps.methods.Main")
        .app("methods", libraries)
        .args("foreign");
  }
}
