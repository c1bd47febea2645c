// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.bootstrap.CallProbe;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods from whose calls something is read. */
class ReadingProbeTest {

  private static final String[] FUEL = {"fuel", "#request.fuel"};

  private final RecordedMeters meters = new RecordedMeters();
  private final BusinessDomain domain = new BusinessDomain();

  record Request(@Nullable String fuel, @Nullable Object amount) {}

  record Receipt(String status) {}

  @Test
  void labelsAreReadFromArgumentsAndResults() {
    String[] labels = {"source", "web", "fuel", "#request.fuel", "outcome", "#result.status"};
    CallProbe probe = probe(counted(Map.of("name", "orders", "labels", labels)));
    call(probe, new Request("diesel", 1), new Receipt("done"), null);
    call(probe, new Request(null, 1), new Receipt("done"), null);
    call(probe, new Request("diesel", 1), null, new IllegalStateException());

    assertThat(meters.lines())
        .containsExactly(
            "orders_total{status=\"error\",fuel=\"diesel\",outcome=\"none\",source=\"web\"} 1",
            "orders_total{status=\"success\",fuel=\"diesel\",outcome=\"done\",source=\"web\"} 1",
            "orders_total{status=\"success\",fuel=\"none\",outcome=\"done\",source=\"web\"} 1");
  }

  @Test
  void aCallThatReturnedMayHaveFailed() {
    CallProbe probe = probe(counted(Map.of("failureWhen", "#result.status == 'FAILED'")));
    call(probe, null, new Receipt("FAILED"), null);
    call(probe, null, new Receipt("DONE"), null);
    call(probe, null, null, new IllegalStateException());

    assertThat(meters.lines())
        .containsExactly(
            "business_method_calls_total{class=\"Orders\",method=\"place\",status=\"error\"} 2",
            "business_method_calls_total{class=\"Orders\",method=\"place\",status=\"success\"} 1");
  }

  @Test
  void amountsAreSummedToTheSixthDecimal() {
    CallProbe probe =
        probe(counted(Map.of("name", "revenue", "amount", "#request.amount", "labels", FUEL)));
    call(probe, new Request("diesel", new BigDecimal("19.99")), null, null);
    call(probe, new Request("diesel", 0.1), null, null);
    call(probe, new Request("diesel", 0.2), null, null);
    call(probe, new Request("gas", 3), null, null);

    assertThat(meters.specs.get("revenue_total")).isNotNull();
    assertThat(Objects.requireNonNull(meters.specs.get("revenue_total")).scale()).isEqualTo(1e6);
    assertThat(meters.lines())
        .containsExactly(
            "revenue_total{status=\"success\",fuel=\"diesel\"} 20290000",
            "revenue_total{status=\"success\",fuel=\"gas\"} 3000000");
  }

  @ParameterizedTest
  @CsvSource({"-1, negative", "NaN, no number below 9e12", "1e13, no number below 9e12"})
  void anImpossibleAmountIsRefusedWithOneLine(double amount, String why) {
    CallProbe probe = probe(counted(Map.of("name", "revenue", "amount", "#request.amount")));
    call(probe, new Request("diesel", amount), null, null);
    call(probe, new Request("diesel", amount), null, null);
    call(probe, new Request("diesel", null), null, null);

    assertThat(meters.lines()).isEmpty();
    assertThat(meters.problems)
        .containsExactly("methods: com.acme.Orders.place: an amount was not added: it is " + why);
  }

  @Test
  void aGaugeShowsWhatWasReturnedLast() {
    String[] labels = {"kind", "#request.fuel"};
    Map<String, Object> values = Map.of("name", "resource_count", "labels", labels);
    CallProbe probe = probe(method().with(SidelightAnnotations.GAUGED, values));
    call(probe, new Request("users", 0), 7L, null);
    call(probe, new Request("users", 0), 4L, null);
    call(probe, new Request("open", 0), true, null);
    call(probe, new Request("users", 0), null, new IllegalStateException());
    call(probe, new Request("users", 0), "many", null);

    assertThat(meters.lines())
        .containsExactly("resource_count{kind=\"open\"} 1.0", "resource_count{kind=\"users\"} 4.0");
    assertThat(meters.problems)
        .containsExactly("methods: com.acme.Orders.place: a java.lang.String is no gauge's value");
  }

  @ParameterizedTest
  @CsvSource({
    "users_total, a gauge's name does not end in _total",
    "users_info, a gauge's name does not end in _info",
    "'', a gauge needs a name"
  })
  void anImpossibleGaugeIsRefused(String name, String why) {
    Woven method = method().with(SidelightAnnotations.GAUGED, Map.of("name", name));

    assertThat(domain.probe(method, meters, new BusinessSettings())).isNull();
    assertThat(meters.problems)
        .containsExactly("methods: com.acme.Orders.place is not measured: " + why);
  }

  @Test
  void runningCallsAreCountedUntilTheirStageCompletes() {
    CallProbe probe =
        probe(
            method()
                .with(SidelightAnnotations.IN_FLIGHT, Map.of())
                .with(SidelightAnnotations.COUNTED, Map.of("name", "x", "labels", FUEL)));
    CompletableFuture<String> future = new CompletableFuture<>();
    probe.begin();
    probe.begin();
    call(probe, new Request("gas", 1), "done", null);
    call(probe, new Request("diesel", 1), future, null);
    String running = "business_method_in_flight{class=\"Orders\",method=\"place\"} ";
    assertThat(meters.lines())
        .containsExactly("x_total{status=\"success\",fuel=\"gas\"} 1", running + "1.0");

    future.completeExceptionally(new IllegalStateException());
    assertThat(meters.lines())
        .containsExactly(
            "x_total{status=\"error\",fuel=\"diesel\"} 1",
            "x_total{status=\"success\",fuel=\"gas\"} 1",
            running + "0.0");
  }

  @Test
  void theResultOfAStageIsWhatItCompletedWith() {
    CallProbe probe =
        probe(counted(Map.of("name", "x", "labels", new String[] {"o", "#result.status"})));
    CompletableFuture<Receipt> future = new CompletableFuture<>();
    call(probe, null, future, null);
    assertThat(meters.lines()).isEmpty();

    future.complete(new Receipt("done"));
    assertThat(meters.lines()).containsExactly("x_total{status=\"success\",o=\"done\"} 1");
  }

  @Test
  void methodsThatAreReadDifferentlyDoNotShareAMetric() {
    probe(counted(Map.of("name", "x")));
    Woven sums = counted(Map.of("name", "x", "amount", "#request.amount"));

    assertThat(domain.probe(sums, meters, new BusinessSettings())).isNull();
    assertThat(meters.problems)
        .containsExactly(
            "methods: com.acme.Orders.place is not measured: x_total counts calls on one method"
                + " and adds amounts on another");
  }

  @Test
  void bucketsAreTheAnnotations() {
    String[] bounds = {"0.5", "2.0"};
    probe(method().with(SidelightAnnotations.TIMED, Map.of("name", "x", "buckets", bounds)));

    assertThat(Objects.requireNonNull(meters.specs.get("x_seconds")).buckets())
        .containsExactly(0.5, 2.0);
    assertThat(Objects.requireNonNull(meters.specs.get("x_seconds")).bucketsKey()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "void, '', CallAdvice",
    "java.util.concurrent.CompletionStage, '', StageAdvice",
    "void, '#request', ValuesAdvice"
  })
  void onlyMethodsOfWhichSomethingIsReadPayForIt(String returned, String label, String advice) {
    String[] labels = {"x", label.isEmpty() ? "constant" : label};
    Woven method = counted(Map.of("name", "x", "labels", labels)).returning(returned);

    assertThat(adviceOf(method)).isEqualTo(advice);
  }

  @Test
  void runningCallsNeedToBeToldWhenTheyBegin() {
    Woven running = method().returning("void").with(SidelightAnnotations.IN_FLIGHT, Map.of());

    assertThat(adviceOf(running)).isEqualTo("RunningAdvice");
    assertThat(adviceOf(running.returning("java.util.concurrent.CompletableFuture")))
        .isEqualTo("ValuesAdvice");
  }

  private String adviceOf(Woven method) {
    StringBuilder found = new StringBuilder();
    for (String each : new String[] {"Call", "Stage", "Running", "Values"}) {
      String name = each + "Advice";
      if (domain.weaves(
          method, ReadingProbeTest.class.getPackageName() + "." + name, new BusinessSettings())) {
        found.append(name);
      }
    }
    return found.toString();
  }

  private CallProbe probe(Woven method) {
    CallProbe probe = domain.probe(method, meters, new BusinessSettings());
    assertThat(probe).as("%s", meters.problems).isNotNull();
    return Objects.requireNonNull(probe);
  }

  private static void call(
      CallProbe probe,
      @Nullable Object request,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    probe.endWith(System.nanoTime(), null, new Object[] {request}, result, thrown);
  }

  private static Woven counted(Map<String, Object> values) {
    return method().with(SidelightAnnotations.COUNTED, values);
  }

  private static Woven method() {
    return Woven.in("com.acme.Orders").returning("java.lang.Object").taking("request");
  }
}
