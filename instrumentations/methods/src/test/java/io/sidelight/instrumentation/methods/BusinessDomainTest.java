// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.WovenMethod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDomainTest {

  private final RecordedMeters meters = new RecordedMeters();
  private final BusinessDomain domain = new BusinessDomain();

  @Test
  void anUnnamedMethodIsCountedByClassAndMethod() {
    call(probe(timed(Map.of())), null);
    call(probe(counted(Map.of())), new IllegalStateException());

    assertThat(meters.lines())
        .containsExactly(
            "business_method_calls_total{class=\"Orders\",method=\"place\",status=\"error\"} 1",
            "business_method_duration_seconds_count"
                + "{class=\"Orders\",method=\"place\",status=\"success\"} 1");
  }

  @Test
  void whatACallThrowsIsCountedByItsClassUnlessItIsTheJvms() {
    CallProbe probe = probe(counted(Map.of()));
    call(probe, new IllegalStateException());
    call(probe, new StackOverflowError());

    assertThat(meters.errors())
        .containsExactly("errors_total{type=\"IllegalStateException\",component=\"business\"} 1");
  }

  @Test
  void suspendFunctionsAreRefusedAndThoseThatTheConfigurationNamesWithOneLine() {
    assertThat(create(suspending("com.acme.Orders").with(SidelightAnnotations.COUNTED, Map.of())))
        .isNull();
    assertThat(create(suspending("com.acme.Orders"))).isNull();
    assertThat(create(suspending("com.acme.Invoices"))).isNull();

    String why = "a suspend function returns before it is done; annotate what it calls";
    assertThat(meters.problems)
        .containsExactly(
            "methods: com.acme.Orders.place is not measured: " + why,
            "methods: suspend functions of Kotlin are not measured: " + why);
  }

  private @Nullable CallProbe create(WovenMethod method) {
    return domain.probe(method, meters, new BusinessSettings());
  }

  private static Woven suspending(String className) {
    return new Woven(
        className,
        Map.of(),
        false,
        "java.lang.Object",
        List.of("int", "kotlin.coroutines.Continuation"),
        List.of());
  }

  @Test
  void aNamedMethodHasItsOwnMetricWithItsConstantLabels() {
    String[] labels = {"source", "email", "kind", "pdf"};
    call(probe(timed(Map.of("name", "scan", "labels", labels))), null);

    assertThat(meters.lines())
        .containsExactly("scan_seconds_count{status=\"success\",kind=\"pdf\",source=\"email\"} 1");
  }

  @ParameterizedTest
  @CsvSource({
    "scan_duration, scan_duration_seconds, scan_duration_total",
    "scan_duration_seconds, scan_duration_seconds, scan_duration_seconds_total",
    "scan_total, scan_total_seconds, scan_total",
    "coupon.creation.duration, coupon_creation_duration_seconds, coupon_creation_duration_total"
  })
  void unitAndTotalAreAddedUnlessThere(String name, String timer, String counter) {
    probe(timed(Map.of("name", name)));
    probe(counted(Map.of("name", name)));

    assertThat(meters.specs).containsOnlyKeys(timer, counter);
  }

  @Test
  void helpIsTheDescriptionOrNamesTheMethod() {
    probe(timed(Map.of("name", "a")));
    probe(counted(Map.of("name", "b")));
    probe(counted(Map.of("name", "c", "description", "Coupons created")));

    assertThat(meters.specs.values().stream().map(MetricSpec::help))
        .containsExactly("Time taken by Orders.place", "Calls of Orders.place", "Coupons created");
  }

  @Test
  void aMethodWithBothAnnotationsCountsOnceInEach() {
    call(probe(woven("com.acme.Orders", Map.of("name", "x"), Map.of("name", "x"))), null);

    assertThat(meters.lines())
        .containsExactly("x_seconds_count{status=\"success\"} 1", "x_total{status=\"success\"} 1");
  }

  @Test
  void methodsOfOneNameShareTheMetric() {
    call(probe(counted(Map.of("name", "x", "labels", new String[] {"a", "1", "b", "2"}))), null);
    call(probe(counted(Map.of("name", "x", "labels", new String[] {"b", "2", "a", "1"}))), null);

    assertThat(meters.lines()).containsExactly("x_total{status=\"success\",a=\"1\",b=\"2\"} 2");
  }

  @Test
  void methodsOfOneNameNeedTheSameLabels() {
    probe(counted(Map.of("name", "x")));

    assertRefused(
        Map.of("name", "x", "labels", new String[] {"a", "1"}),
        "x_total has the labels [] on another method; all methods of a metric need the same");
  }

  @ParameterizedTest
  @CsvSource({
    "http_requests, names with http_ are for built-in metrics",
    "jvm_x, names with jvm_ are for built-in metrics",
    "errors, errors_total is a built-in metric",
    "x y, '\"x y\" is not a metric name; use letters, digits and _'",
    "Preis€, '\"Preis€\" is not a metric name; use letters, digits and _'",
    "9lives, '\"9lives\" is not a metric name; use letters, digits and _'",
    "_total, '\"_total\" is not a metric name; use letters, digits and _'"
  })
  void anImpossibleNameIsRefused(String name, String why) {
    assertRefused(Map.of("name", name), why);
  }

  @ParameterizedTest
  @CsvSource({
    "a, labels are pairs of a name and a value",
    "a;1;a;2, the label a is there twice",
    "status;x, the label status is reserved",
    "pod;x, the label pod is reserved",
    "__a;x, '\"__a\" is not a label name; use letters, digits and _'",
    "a-b;x, '\"a-b\" is not a label name; use letters, digits and _'"
  })
  void impossibleLabelsAreRefused(String labels, String why) {
    assertRefused(Map.of("name", "x", "labels", labels.split(";")), why);
  }

  @Test
  void labelsWithoutANameAreRefused() {
    assertRefused(
        Map.of("labels", new String[] {"a", "1"}),
        "labels need a name: all methods without one share a metric");
  }

  private void assertRefused(Map<String, Object> annotation, String why) {
    int before = meters.specs.size();

    assertThat(domain.probe(counted(annotation), meters, new BusinessSettings())).isNull();
    assertThat(meters.problems)
        .containsExactly("methods: com.acme.Orders.place is not measured: " + why);
    assertThat(meters.specs).hasSize(before);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Orders$Line, Line",
    "com.acme.Orders$1, Orders$1",
    "com.acme.Orders$1Local, Local",
    "com.acme.Orders$, Orders$",
    "Orders, Orders"
  })
  void theClassIsASimpleName(String className, String simpleName) {
    assertThat(Declared.simpleName(className)).isEqualTo(simpleName);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Orders$Companion, Orders",
    "com.acme.Orders$DefaultImpls, Orders",
    "com.acme.Orders$Line$Companion, Line",
    "com.acme.Orders$Trait$Helper, Orders",
    "com.acme.Orders$, Orders",
    "com.acme.Orders$Line, Line"
  })
  void whatCompilersMakeOfAClassHasItsName(String className, String simpleName) {
    assertThat(Declared.simpleName(Woven.in(className))).isEqualTo(simpleName);
  }

  @Test
  void pastTheLimitUnnamedMethodsAreCountedAsOther() {
    for (int i = 0; i < 310; i++) {
      call(probe(woven("com.acme.Orders" + i, Map.of(), Map.of())), null);
    }

    assertThat(meters.lines()).hasSize(602);
    assertThat(meters.lines())
        .contains(
            "business_method_calls_total{class=\"other\",method=\"other\",status=\"success\"} 10");
    assertThat(meters.problems).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Orders$$SpringCGLIB$$0",
    "com.acme.Orders$$EnhancerBySpringCGLIB$$5a7b",
    "com.acme.Orders$MockitoMock$17"
  })
  void generatedSubclassesAreNotWoven(String className) {
    assertThat(domain.probe(woven(className, null, Map.of()), meters, new BusinessSettings()))
        .isNull();
    assertThat(meters.problems).isEmpty();
  }

  @Test
  void aStageEndsTheCallWhenItCompletes() {
    CallProbe probe = probe(counted(Map.of("name", "x")));
    CompletableFuture<String> good = new CompletableFuture<>();
    CompletableFuture<String> bad = new CompletableFuture<>();
    probe.endWhenDone(1, null, good);
    probe.endWhenDone(1, null, bad);
    assertThat(meters.lines()).isEmpty();

    good.complete("");
    bad.completeExceptionally(new IllegalStateException());
    assertThat(meters.lines())
        .containsExactly("x_total{status=\"error\"} 1", "x_total{status=\"success\"} 1");
  }

  @Test
  void aNullStageOrOneThatTakesNoCallbackEndsAtOnce() {
    CallProbe probe = probe(counted(Map.of("name", "x")));
    probe.endWhenDone(1, null, null);
    probe.endWhenDone(1, null, deafStage());

    assertThat(meters.lines()).containsExactly("x_total{status=\"success\"} 2");
  }

  private static CompletionStage<?> deafStage() {
    return (CompletionStage<?>)
        java.lang.reflect.Proxy.newProxyInstance(
            BusinessDomainTest.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, args) -> {
              throw new UnsupportedOperationException();
            });
  }

  private CallProbe probe(WovenMethod method) {
    CallProbe probe = domain.probe(method, meters, new BusinessSettings());
    assertThat(probe).as("%s", meters.problems).isNotNull();
    return java.util.Objects.requireNonNull(probe);
  }

  private static void call(CallProbe probe, @Nullable Throwable thrown) {
    probe.end(System.nanoTime(), null, null, thrown);
  }

  private static WovenMethod timed(Map<String, Object> values) {
    return woven("com.acme.Orders", values, null);
  }

  private static WovenMethod counted(Map<String, Object> values) {
    return woven("com.acme.Orders", null, values);
  }

  private static WovenMethod woven(
      String className,
      @Nullable Map<String, Object> timed,
      @Nullable Map<String, Object> counted) {
    Woven woven = Woven.in(className);
    woven = timed == null ? woven : woven.with(SidelightAnnotations.TIMED, timed);
    return counted == null ? woven : woven.with(SidelightAnnotations.COUNTED, counted);
  }
}
