// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sidelight.core.config.Config;
import io.sidelight.spi.Label;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MetricSpec;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MetricStoreTest {

  private static final MetricSpec COMMANDS =
      MetricSpec.counter("redis_commands_total", "Total number of Redis commands")
          .label(Label.capped("command", "upper case", 100))
          .label(Label.closed("status", "success or error"));
  private static final MetricSpec DURATION =
      MetricSpec.histogram("http_request_duration_seconds", "HTTP request duration in seconds")
          .label(Label.closed("method", "the method"))
          .label(Label.capped("endpoint", "the route", 2))
          .buckets("metrics.buckets.http", 0.001, 0.2, 1);

  private final RecordedNotices notices = new RecordedNotices();

  @Test
  void aCounterIsExposedWithItsLabelsSorted() {
    MetricStore store = store();
    store.counter(COMMANDS).series("SET", "success").add(1);
    store.counter(COMMANDS).series("GET", "success").add(2);
    store.counter(COMMANDS).series("GET", "error").add(1);

    assertThat(Scrapes.text(store, "redis_commands_total"))
        .isEqualTo(
            """
            # HELP redis_commands_total Total number of Redis commands
            # TYPE redis_commands_total counter
            redis_commands_total{command="GET",status="error"} 1.0
            redis_commands_total{command="GET",status="success"} 2.0
            redis_commands_total{command="SET",status="success"} 1.0
            """);
  }

  @Test
  void aSeriesThatIsNewSinceTheLastScrapeIsExposedInItsPlace() {
    MetricStore store = store();
    Exposition exposition = new Exposition(store);
    store.counter(COMMANDS).series("SET", "success").add(1);
    Scrapes.write(exposition, Exposition.Format.TEXT, "redis_commands_total");
    store.counter(COMMANDS).series("GET", "success").add(2);
    store.counter(COMMANDS).series("SET", "success").add(3);

    assertThat(Scrapes.write(exposition, Exposition.Format.TEXT, "redis_commands_total"))
        .isEqualTo(
            """
            # HELP redis_commands_total Total number of Redis commands
            # TYPE redis_commands_total counter
            redis_commands_total{command="GET",status="success"} 2.0
            redis_commands_total{command="SET",status="success"} 4.0
            """);
  }

  @Test
  void anAmountIsExactToItsSixthDecimalHoweverLargeItGrows() {
    MetricStore store = store();
    var revenue = store.counter(MetricSpec.amount("revenue_total", "Money taken")).series();
    for (int i = 0; i < 3; i++) {
      revenue.add(100_000);
    }
    assertThat(Scrapes.text(store, "revenue_total")).endsWith("\nrevenue_total 0.3\n");

    for (int i = 0; i < 3; i++) {
      revenue.add(8_000_000_000_000_000_000L); // more at once would not fit
      Scrapes.text(store, "revenue_total");
    }
    assertThat(Scrapes.text(store, "revenue_total"))
        .endsWith("\nrevenue_total 2.40000000000003E13\n");
  }

  @Test
  void aGaugeIsWhatWasSetLastAndAllThatWasAdded() {
    MetricStore store = store();
    MetricSpec spec =
        MetricSpec.gauge("running", "Running now").label(Label.capped("kind", "what", 1));
    store.gauge(spec).series("job").add(3);
    store.gauge(spec).series("job").add(-1);
    store.gauge(spec).series("more").set(2.5);
    store.gauge(spec).series("yet more").set(1.5);

    assertThat(Scrapes.text(store, "running"))
        .isEqualTo(
            """
            # HELP running Running now
            # TYPE running gauge
            running{kind="job"} 2.0
            running{kind="other"} 1.5
            """);
  }

  @Test
  void aDurationOnABoundCountsInThatBucket() {
    MetricStore store = store();
    var timer = store.histogram(DURATION).series("GET", "/orders");
    timer.record(1_000_000);
    timer.record(1_000_001);
    timer.record(200_000_000);
    timer.record(1_000_000_001);
    timer.record(-5);

    assertThat(Scrapes.text(store, "http_request_duration_seconds"))
        .isEqualTo(
            """
            # HELP http_request_duration_seconds HTTP request duration in seconds
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{endpoint="/orders",method="GET",le="0.001"} 2
            http_request_duration_seconds_bucket{endpoint="/orders",method="GET",le="0.2"} 4
            http_request_duration_seconds_bucket{endpoint="/orders",method="GET",le="1.0"} 4
            http_request_duration_seconds_bucket{endpoint="/orders",method="GET",le="+Inf"} 5
            http_request_duration_seconds_count{endpoint="/orders",method="GET"} 5
            http_request_duration_seconds_sum{endpoint="/orders",method="GET"} 1.202000002
            """);
  }

  @Test
  void openMetricsEndsWithEof() {
    MetricStore store = store();
    store.counter(COMMANDS).series("GET", "success").add(2);

    assertThat(
            Scrapes.write(
                new Exposition(store), Exposition.Format.OPEN_METRICS, "redis_commands_total"))
        .isEqualTo(
            """
            # TYPE redis_commands counter
            # HELP redis_commands Total number of Redis commands
            redis_commands_total{command="GET",status="success"} 2.0
            # EOF
            """);
  }

  @Test
  void aGaugeTakesWhatIsToldLast() {
    MetricStore store = store();
    MetricSpec spec = MetricSpec.gauge("jobs", "Jobs");
    Meters.Gauge jobs = store.gauge(spec).series();
    assertThat(Scrapes.text(store, "jobs")).as("nothing is known").doesNotContain("jobs ");

    jobs.add(2);
    jobs.set(0.5);
    jobs.add(1);
    assertThat(Scrapes.text(store, "jobs")).endsWith("\njobs 1.5\n");
    jobs.follow(() -> 7);
    assertThat(Scrapes.text(store, "jobs")).endsWith("\njobs 7.0\n");
    jobs.add(1);
    assertThat(Scrapes.text(store, "jobs")).endsWith("\njobs 2.5\n");
    jobs.set(Double.NaN);
    assertThat(Scrapes.text(store, "jobs")).doesNotContain("jobs ");
    jobs.add(-1);
    assertThat(Scrapes.text(store, "jobs")).endsWith("\njobs -1.0\n");
  }

  @Test
  void whatSeveralThreadsAddToAGaugeIsNotLost() throws InterruptedException {
    MetricStore store = store();
    Meters.Gauge jobs = store.gauge(MetricSpec.gauge("jobs", "Jobs")).series();
    CountDownLatch ended = new CountDownLatch(4);
    for (int t = 0; t < 4; t++) {
      new Thread(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  jobs.add(0.5);
                }
                ended.countDown();
              })
          .start();
    }
    ended.await();

    assertThat(Scrapes.text(store, "jobs")).endsWith("\njobs 20000.0\n");
  }

  @Test
  void aGaugeIsReadAtEachScrapeAndNanLeavesItOut() {
    MetricStore store = store();
    double[] value = {3};
    store.gauge(MetricSpec.gauge("http_requests_in_flight", "In flight"), () -> value[0]);
    Exposition exposition = new Exposition(store);

    assertThat(Scrapes.write(exposition, Exposition.Format.TEXT, "http_requests_in_flight"))
        .endsWith("\nhttp_requests_in_flight 3.0\n");
    value[0] = Double.NaN;
    assertThat(Scrapes.write(exposition, Exposition.Format.TEXT, "http_requests_in_flight"))
        .isEmpty();
  }

  @Test
  void aGaugeThatThrowsLeavesTheRestOfTheScrapeAlone() {
    MetricStore store = store();
    store.gauge(
        MetricSpec.gauge("broken", "Broken"),
        () -> {
          throw new StackOverflowError("broken");
        });
    store.counter(COMMANDS).series("GET", "success").add(1);

    String text = Scrapes.text(store);

    assertThat(text).contains("redis_commands_total{").doesNotContain("broken");
    assertThat(notices.errors).hasSize(1);
  }

  @Test
  void commonLabelsAreOnEverythingIncludingTheJvm() {
    MetricStore store = store("metrics.common-labels", "application=shop, environment=prod,le=1");
    new AgentMetrics(store, "1.0", "abc");
    store.histogram(DURATION).series("GET", "/").record(1);

    assertThat(Scrapes.text(store))
        .contains("sidelight_build_info{application=\"shop\",environment=\"prod\",revision=\"abc\"")
        .contains("jvm_threads_current{application=\"shop\",environment=\"prod\"} ")
        .contains("_bucket{application=\"shop\",endpoint=\"/\",environment=\"prod\",method=");
    assertThat(notices.problems)
        .containsExactly("metrics.common-labels has the reserved label name le; left out.");
  }

  @Test
  void theEndpointLabelCanBeRenamed() {
    MetricStore store = store("metrics.endpoint-label", "route");
    store.histogram(DURATION).series("GET", "/").record(1);

    assertThat(Scrapes.text(store, DURATION.name())).contains("_count{method=\"GET\",route=\"/\"}");
  }

  @Test
  void configuredBucketsReplaceTheDefaultAndBadOnesDoNot() {
    MetricStore store = store("metrics.buckets.http", "0.5, 2");
    store.histogram(DURATION).series("GET", "/").record(1);
    assertThat(Scrapes.text(store, DURATION.name())).contains("le=\"0.5\"", "le=\"2.0\"");

    MetricStore bad = store("metrics.buckets.http", "2,0.5");
    bad.histogram(DURATION).series("GET", "/").record(1);
    assertThat(Scrapes.text(bad, DURATION.name())).contains("le=\"0.2\"");
    assertThat(notices.problems).hasSize(1);
  }

  @Test
  void askingAgainReturnsTheSameFamilyAndSeries() {
    MetricStore store = store();

    assertThat(store.counter(COMMANDS)).isSameAs(store.counter(COMMANDS));
    assertThat(store.counter(COMMANDS).series("GET", "error"))
        .isSameAs(store.counter(COMMANDS).series("GET", "error"));
  }

  @Test
  void aConflictingDeclarationRecordsNowhereAndIsCounted() {
    MetricStore store = store();
    store.counter(COMMANDS).series("GET", "success").add(1);

    store.counter(MetricSpec.counter("redis_commands_total", "Mine")).series().add(5);
    store.gauge(MetricSpec.gauge("redis_commands", "Collides in OpenMetrics"), () -> 1);
    store.counter(MetricSpec.counter("jvm_mine_total", "Reserved")).series().add(1);
    store
        .counter(MetricSpec.counter("a_total", "A").label(Label.closed("job", "")))
        .series("x")
        .add(1);

    assertThat(Scrapes.text(store, "redis_commands", "sidelight_metric_conflicts_total"))
        .isEqualTo(
            """
            # HELP redis_commands_total Total number of Redis commands
            # TYPE redis_commands_total counter
            redis_commands_total{command="GET",status="success"} 1.0
            # HELP sidelight_metric_conflicts_total Declarations of metrics that were refused.
            # TYPE sidelight_metric_conflicts_total counter
            sidelight_metric_conflicts_total 4.0
            """);
    assertThat(notices.problems)
        .hasSize(4)
        .first()
        .isEqualTo(
            "metric redis_commands_total is not recorded: it was declared before with another"
                + " type, other labels or as built in.");
  }

  @Test
  void aBuiltInNameIsReservedBeforeItIsRecordedTo() {
    MetricStore store = store();
    store.declare(java.util.List.of(COMMANDS));

    store.counter(MetricSpec.counter("redis_commands_total", "Mine")).series().add(5);
    store.counter(COMMANDS).series("GET", "success").add(1);

    assertThat(Scrapes.text(store, "redis_commands_total"))
        .endsWith("\nredis_commands_total{command=\"GET\",status=\"success\"} 1.0\n");
  }

  @Test
  void theDefaultConfigurationHasEveryKeyThatIsRead() {
    MetricStore store = new MetricStore(Config.defaults(), notices);
    store.histogram(DURATION).series("GET", "/").record(1);

    assertThat(Scrapes.text(store)).contains("{endpoint=\"/\",method=\"GET\",le=\"0.001\"} 1");
    assertThat(notices.problems).isEmpty();
  }

  @Test
  void theWrongNumberOfLabelValuesIsAProgrammingError() {
    MetricStore store = store();

    assertThatThrownBy(() -> store.counter(COMMANDS).series("GET"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSumSurvivesMoreThanALongCanHold() {
    var timer = new HistogramFamily.BucketHistogram(new long[] {1}, 1e9);
    double expected = 0;
    for (int i = 0; i < 3000; i++) {
      timer.record(Long.MAX_VALUE);
      expected += (1L << 53) / 1e9;
      if (i % 100 == 0) {
        assertThat(timer.scaledSum()).isEqualTo(expected, within(1.0));
      }
    }
    assertThat(timer.scaledSum()).isEqualTo(expected, within(1.0));
    assertThat(timer.counts()).containsExactly(0, 3000);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private MetricStore store(String... settings) {
    return new MetricStore(new FixedSettings(settings), notices);
  }
}
