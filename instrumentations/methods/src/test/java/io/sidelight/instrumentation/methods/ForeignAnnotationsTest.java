// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Annotations of other libraries, in their own meaning. */
class ForeignAnnotationsTest {

  private static final String MICROMETER = "io.micrometer.core.annotation.";
  private static final String MICROPROFILE = "org.eclipse.microprofile.metrics.annotation.";
  private static final String DROPWIZARD = "com.codahale.metrics.annotation.";
  private static final String DURATION =
      "business_method_duration_seconds_count{class=\"Orders\",method=\"place\",status=";
  private static final String CALLS =
      "business_method_calls_total{class=\"Orders\",method=\"place\",status=";

  private final RecordedMeters meters = new RecordedMeters();
  private final BusinessDomain domain = new BusinessDomain();

  @Test
  void micrometersTimedHasItsNameAndTags() {
    String[] tags = {"order.type", "retail", "hash", "#1"};
    Map<String, Object> values =
        Map.of("value", "order-place.time", "extraTags", tags, "description", "Orders placed");
    call(annotated(MICROMETER + "Timed", values), null);

    assertThat(meters.lines())
        .containsExactly(
            "order_place_time_seconds_count{status=\"success\",hash=\"#1\",order_type=\"retail\"} 1");
    assertThat(Objects.requireNonNull(meters.specs.get("order_place_time_seconds")).help())
        .isEqualTo("Orders placed");
  }

  @Test
  void withoutANameItIsOneOfAllUnnamedMethods() {
    String[] tags = {"type", "retail"};
    call(annotated(MICROMETER + "Timed", Map.of("extraTags", tags)), null);
    call(annotated(MICROMETER + "Counted", Map.of("value", "method.counted")), null);
    call(annotated("io.micrometer.observation.annotation.Observed", Map.of()), null);
    call(
        annotated("io.opentelemetry.instrumentation.annotations.WithSpan", Map.of("value", "x")),
        null);

    assertThat(meters.lines())
        .containsExactly(CALLS + "\"success\"} 1", DURATION + "\"success\"} 3");
  }

  @Test
  void oneMetricIsCountedOnceHoweverManyAnnotationsAskForIt() {
    Woven method =
        Woven.in("com.acme.Orders")
            .with(SidelightAnnotations.TIMED, Map.of())
            .with(MICROMETER + "Timed", Map.of())
            .with("io.opentelemetry.extension.annotations.WithSpan", Map.of());
    call(method, null);

    assertThat(meters.lines()).containsExactly(DURATION + "\"success\"} 1");
  }

  @Test
  void micrometersRepeatedTimedIsReadAndLongTasksAreRunningCalls() {
    Map<?, ?>[] set = {Map.of("value", "job"), Map.of("value", "job", "longTask", true)};
    Woven method = Woven.in("com.acme.Orders").with(MICROMETER + "TimedSet", Map.of("value", set));
    CallProbe probe = probe(method, new BusinessSettings());
    probe.begin();
    probe.begin();
    probe.end(1, null, null, null);

    assertThat(meters.lines())
        .containsExactly("job_seconds_count{status=\"success\"} 1", "job_in_flight{} 1.0");
  }

  @Test
  void micrometersCountedMayCountFailuresOnly() {
    Map<String, Object> values = Map.of("value", "x", "recordFailuresOnly", true);
    Woven method = annotated(MICROMETER + "Counted", values);
    call(method, null);
    call(method, new IllegalStateException());

    assertThat(meters.lines()).containsExactly("x_total{status=\"error\"} 1");
  }

  @Test
  void micrometersTagsOfArgumentsAreRead() {
    String tag = " io.micrometer.core.aop.MeterTag";
    Woven method =
        annotated(MICROMETER + "Counted", Map.of("value", "x"))
            .taking("fuel", "request", "resolved")
            .with("0" + tag, Map.of("value", "fuel.type"))
            .with("1" + tag, Map.of("key", "size", "expression", "class"))
            .with("2" + tag, Map.of("key", "resolved", "resolver", "com.acme.Resolver"));
    probe(method, new BusinessSettings())
        .endWith(1, null, new Object[] {"diesel", "text", "x"}, null, null);

    assertThat(meters.lines())
        .containsExactly("x_total{status=\"success\",fuel_type=\"diesel\",size=\"String\"} 1");
  }

  @Test
  void microProfilesNamesBeginWithTheClassUnlessTheyAreAbsolute() {
    Map<String, Object> relative = Map.of("name", "placed", "tags", new String[] {"type=a=b"});
    call(annotated(MICROPROFILE + "Counted", relative), null);
    call(annotated(MICROPROFILE + "Timed", Map.of("name", "t", "absolute", true)), null);
    call(annotated(MICROPROFILE + "Metered", Map.of()), null);

    assertThat(meters.lines())
        .containsExactly(
            CALLS + "\"success\"} 1",
            "com_acme_Orders_placed_total{status=\"success\",type=\"a=b\"} 1",
            "t_seconds_count{status=\"success\"} 1");
  }

  @Test
  void aGaugeOfAnotherLibraryShowsWhatWasReturnedLast() {
    Woven method = annotated(MICROPROFILE + "Gauge", Map.of("unit", "none")).returning("int");
    probe(method, new BusinessSettings()).endWith(1, null, new Object[0], 7, null);

    assertThat(meters.lines()).containsExactly("com_acme_Orders_place{} 7.0");
  }

  @Test
  void dropwizardsCountedCountsDownAgainUnlessItIsMonotonic() {
    CallProbe running = probe(annotated(DROPWIZARD + "Counted", Map.of()), new BusinessSettings());
    running.begin();
    Map<String, Object> monotonic = Map.of("name", "x", "absolute", true, "monotonic", true);
    call(annotated(DROPWIZARD + "Counted", monotonic), null);

    assertThat(meters.lines())
        .containsExactly(
            "x_total{status=\"success\"} 1",
            "business_method_in_flight{class=\"Orders\",method=\"place\"} 1.0");
  }

  @Test
  void dropwizardsExceptionMeteredCountsItsCauseOnly() {
    Map<String, Object> values = Map.of("cause", "java.lang.RuntimeException");
    Woven method = annotated(DROPWIZARD + "ExceptionMetered", values);
    call(method, null);
    call(method, new Exception());
    call(method, new IllegalStateException());
    call(method, new CompletionException(new IllegalStateException()));

    assertThat(meters.lines())
        .containsExactly("com_acme_Orders_place_exceptions_total{status=\"error\"} 2");
  }

  @Test
  void annotationsOfTheApplicationsOwnAreUnnamed() {
    CallProbe probe =
        probe(annotated("com.acme.Measured", Map.of()), new BusinessSettings("com.acme.Measured"));
    probe.end(1, null, null, null);

    assertThat(meters.lines())
        .containsExactly(CALLS + "\"success\"} 1", DURATION + "\"success\"} 1");
  }

  @Test
  void whatTheConfigurationNamesIsUnnamed() {
    call(Woven.in("com.acme.Orders"), null);

    assertThat(meters.lines())
        .containsExactly(CALLS + "\"success\"} 1", DURATION + "\"success\"} 1");
  }

  @Test
  void anAspectThatMeasuresTheSameIsToldOnce() {
    Woven aspect = Woven.in("io.micrometer.core.aop.TimedAspect");

    assertThat(domain.probe(aspect, meters, new BusinessSettings())).isNull();
    assertThat(meters.problems)
        .containsExactly(
            "methods: the application measures annotated methods itself, with"
                + " io.micrometer.core.aop.TimedAspect; to leave them to it, take micrometer out of"
                + " business.annotations");
  }

  private void call(Woven method, @Nullable Throwable thrown) {
    probe(method, new BusinessSettings()).end(System.nanoTime(), null, null, thrown);
  }

  private CallProbe probe(Woven method, Settings settings) {
    CallProbe probe = domain.probe(method, meters, settings);
    assertThat(probe).as("%s", meters.problems).isNotNull();
    return Objects.requireNonNull(probe);
  }

  private static Woven annotated(String annotation, Map<String, Object> values) {
    return Woven.in("com.acme.Orders").with(annotation, values);
  }
}
